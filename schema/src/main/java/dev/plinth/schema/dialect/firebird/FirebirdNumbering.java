package dev.plinth.schema.dialect.firebird;

import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.standard.StandardTypes;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Ids;
import dev.plinth.schema.model.Table;

import java.util.List;

/**
 * Numbers by a sequence and a trigger, as Firebird's people did before version 3: an identity can
 * neither be added to a table with rows nor, before version 4, be dropped. Both are named by ids,
 * since a table that is renamed is made anew.
 */
final class FirebirdNumbering {
    /** What no sequence gives. */
    static final String UNNUMBERED = "0";

    private static final String PREFIX = "plinth_seq_";

    private final Names names;

    FirebirdNumbering(Names names) {
        this.names = names;
    }

    static List<Column> of(Table table) {
        return table.columns().stream().filter(c -> c.identity() != null).toList();
    }

    private static String name(Table table, Column column) {
        return PREFIX + Ids.derived(table.id() + " " + column.id()).substring(0, 8);
    }

    String sequence(Table table, Column column) {
        String name = name(table, column);
        return "EXECUTE BLOCK AS BEGIN IF (NOT EXISTS(SELECT 1 FROM RDB$GENERATORS WHERE"
                + " RDB$GENERATOR_NAME = "
                + quoted(name)
                + ")) THEN EXECUTE STATEMENT "
                + quoted("CREATE SEQUENCE " + names.quote(name))
                + "; END";
    }

    /** Numbers for the rows that were there before the column. */
    String fill(Table table, Column column) {
        String value = names.quote(column.name());
        return "UPDATE "
                + names.quote(table.name())
                + " SET "
                + value
                + " = NEXT VALUE FOR "
                + names.quote(name(table, column))
                + " WHERE "
                + value
                + " = "
                + UNNUMBERED;
    }

    String trigger(Table table, Column column) {
        String value = "NEW." + names.quote(column.name());
        String name = names.quote(name(table, column));
        return "CREATE OR ALTER TRIGGER "
                + name
                + " FOR "
                + names.quote(table.name())
                + " ACTIVE BEFORE INSERT POSITION 0 AS BEGIN IF ("
                + value
                + " IS NULL) THEN "
                + value
                + " = NEXT VALUE FOR "
                + name
                + "; END";
    }

    /** Whatever its name: a column that takes the place of another has an id of its own. */
    String dropTrigger(Table table, Column column) {
        return "EXECUTE BLOCK AS DECLARE FOUND VARCHAR(31); BEGIN FOR "
                + triggers(table, column)
                + " INTO :FOUND DO EXECUTE STATEMENT 'DROP TRIGGER \"' || FOUND || '\"'; END";
    }

    /** The triggers by which a column numbers itself, which have the names of their sequences. */
    private static String triggers(Table table, Column column) {
        return "SELECT DISTINCT TRIM(t.RDB$TRIGGER_NAME) FROM RDB$TRIGGERS t"
                + " JOIN RDB$DEPENDENCIES d ON d.RDB$DEPENDENT_NAME = t.RDB$TRIGGER_NAME"
                + " WHERE t.RDB$RELATION_NAME = "
                + quoted(table.name().name())
                + " AND t.RDB$TRIGGER_NAME STARTING WITH "
                + quoted(PREFIX)
                + " AND d.RDB$FIELD_NAME = "
                + quoted(column.name());
    }

    /** The trigger and the sequence, unless they went with their table. */
    String drop(Table table, Column column) {
        String name = name(table, column);
        return "EXECUTE BLOCK AS DECLARE FOUND VARCHAR(31); BEGIN FOR "
                + triggers(table, column)
                + " INTO :FOUND DO BEGIN EXECUTE STATEMENT 'DROP TRIGGER \"' || FOUND || '\"';"
                + " EXECUTE STATEMENT 'DROP SEQUENCE \"' || FOUND || '\"'; END"
                + " IF (EXISTS(SELECT 1 FROM RDB$GENERATORS WHERE RDB$GENERATOR_NAME = "
                + quoted(name)
                + ")) THEN EXECUTE STATEMENT "
                + quoted("DROP SEQUENCE " + names.quote(name))
                + "; END";
    }

    /** Goes on after the highest number that is there or was given. */
    String goOn(Table table, Column column) {
        String name = names.quote(name(table, column));
        return "EXECUTE BLOCK AS DECLARE HIGHEST BIGINT; DECLARE GIVEN BIGINT; BEGIN"
                + " SELECT MAX("
                + names.quote(column.name())
                + ") FROM "
                + names.quote(table.name())
                + " INTO :HIGHEST; GIVEN = GEN_ID("
                + name
                + ", 0); IF (HIGHEST > GIVEN) THEN GIVEN = GEN_ID("
                + name
                + ", HIGHEST - GIVEN); END";
    }

    private static String quoted(String text) {
        return StandardTypes.quoted(text);
    }
}
