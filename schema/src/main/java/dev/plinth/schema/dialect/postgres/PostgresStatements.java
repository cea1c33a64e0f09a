package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.standard.StandardStatements;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Need;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.model.View;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Also for its relatives. */
public class PostgresStatements extends StandardStatements {
    /** How the query of a view begins that keeps its rows. */
    static final String MATERIALIZED = "/* materialized */";

    private final PostgresConversions conversions = new PostgresConversions();

    public PostgresStatements(Names names, Types types) {
        super(names, types);
    }

    @Override
    protected String newUuid() {
        return "gen_random_uuid()";
    }

    @Override
    protected List<String> renameTable(TableName from, TableName to) {
        if (from.schema().equals(to.schema())) {
            return super.renameTable(from, to);
        }
        if (to.schema().isEmpty()) {
            throw new IllegalStateException("the schema to move to has no name");
        }
        List<String> statements = new ArrayList<>();
        statements.add("ALTER TABLE " + quote(from) + " SET SCHEMA " + quote(to.schema()));
        if (!from.name().equals(to.name())) {
            statements.addAll(super.renameTable(new TableName(to.schema(), from.name()), to));
        }
        return statements;
    }

    /** What a function speaks of may be made after it, as tables are. */
    @Override
    protected List<String> provide(Need need) {
        return need.sql().startsWith("CREATE OR REPLACE FUNCTION")
                ? List.of(
                        "SET check_function_bodies = off",
                        need.sql(),
                        "RESET check_function_bodies")
                : super.provide(need);
    }

    /** A key that is equal to another one would be left out of CREATE TABLE in silence. */
    @Override
    protected List<String> createTable(Change.CreateTable change) {
        Table table = change.table();
        Set<List<String>> seen = new HashSet<>(Set.of(table.keyColumns()));
        List<UniqueKey> first = new ArrayList<>();
        List<UniqueKey> again = new ArrayList<>();
        table.uniques().forEach(u -> (seen.add(u.columns()) ? first : again).add(u));
        List<String> statements =
                new ArrayList<>(
                        super.createTable(
                                new Change.CreateTable(
                                        table.withUniques(first), change.foreignKeys())));
        again.forEach(u -> statements.addAll(addUnique(table, u)));
        return statements;
    }

    @Override
    public boolean viewsFollowRenames() {
        return true;
    }

    /** A view whose rows are kept is long in the making. */
    @Override
    public boolean isRemadeForComment(View view) {
        return !isMaterialized(view);
    }

    static boolean isMaterialized(View view) {
        return view.query().startsWith(MATERIALIZED);
    }

    @Override
    protected List<String> createView(View view) {
        if (!isMaterialized(view)) {
            return super.createView(view);
        }
        String query = view.query().substring(MATERIALIZED.length());
        List<String> statements = new ArrayList<>();
        statements.add("CREATE MATERIALIZED VIEW " + quote(view.name()) + " AS" + query);
        if (!view.comment().isEmpty()) {
            statements.add(viewComment(view, view.comment()));
        }
        return statements;
    }

    @Override
    protected String viewComment(View view, String comment) {
        return (isMaterialized(view) ? "COMMENT ON MATERIALIZED VIEW " : "COMMENT ON VIEW ")
                + quote(view.name())
                + " IS "
                + commentText(comment);
    }

    @Override
    protected List<String> dropView(View view) {
        return isMaterialized(view)
                ? List.of("DROP MATERIALIZED VIEW " + quote(view.name()))
                : super.dropView(view);
    }

    @Override
    public List<Column> remakes(Change change) {
        if (!(change instanceof Change.ChangeColumn(Table table, _, Column to, var aspects))) {
            return List.of();
        }
        if (aspects.contains(Aspect.GENERATED)) {
            return List.of(to);
        }
        return aspects.contains(Aspect.TYPE) ? computedFrom(table, to.name()) : List.of();
    }

    /** PostgreSQL changes no type from which another column is computed. */
    @Override
    protected List<String> changeType(Table table, Column from, Column to) {
        List<Column> computed = computedFrom(table, to.name());
        List<String> statements = new ArrayList<>();
        computed.forEach(c -> statements.addAll(dropColumn(table, c)));
        statements.add(retyped(table, from, to));
        computed.forEach(c -> statements.addAll(addColumn(table, c)));
        return statements;
    }

    private String retyped(Table table, Column from, Column to) {
        String using =
                conversions
                        .of(quote(to.name()), from.type(), to.type())
                        .map(expression -> " USING " + expression)
                        .orElse("");
        return alterColumn(table, to) + "TYPE " + types.sql(to.type()) + using;
    }

    @Override
    protected List<String> addIdentity(Table table, Column column) {
        return List.of(alterColumn(table, column) + "ADD " + value(column), restart(table, column));
    }

    /** A serial column counts as an identity, but its numbers come from a default. */
    @Override
    protected List<String> dropIdentity(Table table, Column column) {
        return List.of(
                alterColumn(table, column) + "DROP IDENTITY IF EXISTS",
                alterColumn(table, column) + "DROP DEFAULT");
    }

    @Override
    protected List<String> changeIdentity(Table table, Column column) {
        List<String> statements = new ArrayList<>(dropIdentity(table, column));
        statements.addAll(addIdentity(table, column));
        return statements;
    }

    /**
     * The values are computed anew, so the column is as well; only a plain column that was
     * generated carries its values over.
     */
    @Override
    protected List<String> changeGenerated(Table table, Column from, Column to) {
        List<String> statements = new ArrayList<>();
        if (to.generated() != null) {
            statements.addAll(dropColumn(table, to));
            statements.addAll(addColumn(table, to));
            return statements;
        }
        Column successor = to.withName(names.fitted(to.name() + "_plain")).withRequired(false);
        statements.addAll(addColumn(table, successor));
        statements.add(
                "UPDATE "
                        + quote(table.name())
                        + " SET "
                        + quote(successor.name())
                        + " = "
                        + quote(to.name()));
        statements.addAll(dropColumn(table, to));
        statements.add(
                alter(table)
                        + "RENAME COLUMN "
                        + quote(successor.name())
                        + " TO "
                        + quote(to.name()));
        if (to.required()) {
            statements.addAll(changeRequired(table, to));
        }
        return statements;
    }

    @Override
    public List<String> restartIdentity(Table table) {
        return table.columns().stream()
                .filter(c -> c.identity() != null)
                .map(c -> restart(table, c))
                .toList();
    }

    /** Within DO, because a bare SELECT would be a statement that returns rows. */
    protected String restart(Table table, Column column) {
        return "DO " + text("BEGIN PERFORM " + restarted(table, column) + "; END");
    }

    /** A call that lets the numbers go on after the highest. */
    protected String restarted(Table table, Column column) {
        String sequence =
                "pg_get_serial_sequence("
                        + text(quote(table.name()))
                        + ", "
                        + text(column.name())
                        + ")";
        String next =
                "(SELECT GREATEST(COALESCE(MAX("
                        + quote(column.name())
                        + "), 0), 0) + 1 FROM "
                        + quote(table.name())
                        + ")";
        return "setval(" + sequence + ", " + next + ", false)";
    }
}
