package dev.plinth.schema.dialect.oracle;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.UuidType;

import java.util.ArrayList;
import java.util.List;

/**
 * Another type for a column with values. Oracle widens in place; for anything else the column must
 * be empty, so its values wait in another one meanwhile.
 */
final class OracleConversion {
    /** Holds the values while their column changes. */
    static final String WAITING = "plinth_waiting";

    private final OracleStatements statements;
    private final OracleTypes types;
    private final Table table;
    private final Column from;
    private final Column to;

    OracleConversion(
            OracleStatements statements, OracleTypes types, Table table, Column from, Column to) {
        this.statements = statements;
        this.types = types;
        this.table = table;
        this.from = from;
        this.to = to;
    }

    /** A widened column stays as it is; any other may hold NULL afterwards. */
    List<String> statements() {
        List<String> run = new ArrayList<>();
        String alter = statements.alterTable(table);
        if (widens()) {
            run.add(statements.modify(table, to, types.sql(to.type())));
            return run;
        }
        boolean large = types.isLarge(from.type()) || types.isLarge(to.type());
        Column waiting = to.withName(WAITING);
        run.add(alter + "ADD (" + statements.bare(table, waiting) + ")");
        run.add(statements.update(table, WAITING, converted()));
        if (large) {
            // A large object changes into nothing else, not even when it is empty.
            run.add(alter + "DROP COLUMN " + name());
            run.add(statements.rename(table, WAITING, to.name()));
            return run;
        }
        OracleKind.of(from.type())
                .ifPresent(k -> run.add(OracleBlocks.dropKind(table, to, k, alter)));
        if (from.required()) {
            run.add(statements.modify(table, to, "NULL"));
        }
        run.add(statements.update(table, to.name(), "NULL"));
        run.add(statements.modify(table, to, types.sql(to.type())));
        run.add(statements.update(table, to.name(), quoted(WAITING)));
        run.add(alter + "DROP COLUMN " + quoted(WAITING));
        OracleKind.of(to.type()).ifPresent(k -> run.add(alter + "ADD " + k.check(name())));
        return run;
    }

    /** Whether the column can take its new type with its values in it. */
    boolean widens() {
        return switch (to.type()) {
            case TextType(int length) ->
                    from.type() instanceof TextType was
                            && was.length() <= length
                            && !types.isLarge(to.type())
                            && !types.isLarge(from.type());
            case IntegerType _, DecimalType _ -> isWider(to.type(), from.type());
            default -> false;
        };
    }

    private static boolean isWider(ColumnType type, ColumnType was) {
        return was instanceof IntegerType || was instanceof DecimalType
                ? digits(was) <= digits(type) && scale(was) <= scale(type)
                : false;
    }

    /** Before the point, as the type is written. */
    private static int digits(ColumnType type) {
        return switch (type) {
            case IntegerType(int bits) -> bits == 16 ? 5 : bits == 32 ? 10 : 19;
            case DecimalType(int precision, int scale) -> precision - scale;
            default -> 0;
        };
    }

    private static int scale(ColumnType type) {
        return type instanceof DecimalType decimal ? decimal.scale() : 0;
    }

    private String converted() {
        String value = name();
        ColumnType was = from.type();
        return switch (to.type()) {
            case TextType(int length) ->
                    was instanceof LongTextType || was instanceof JsonType
                            ? shortened(value, length)
                            : asText(was, value);
            case LongTextType _, JsonType _, ChoiceType _ -> "TO_CLOB(" + asText(was, value) + ")";
            case BooleanType _ ->
                    isText(was)
                            ? "CASE WHEN LOWER(TRIM("
                                    + value
                                    + ")) IN ('true','t','yes','on','1') THEN 1 WHEN LOWER(TRIM("
                                    + value
                                    + ")) IN ('false','f','no','off','0') THEN 0 ELSE TO_NUMBER("
                                    + value
                                    + ") END"
                            : "CASE WHEN " + value + " <> 0 THEN 1 ELSE 0 * " + value + " END";
            case UuidType _ -> "HEXTORAW(REPLACE(" + value + ", '-'))";
            case DateType _ ->
                    isText(was)
                            ? "TO_DATE(" + value + ", 'YYYY-MM-DD')"
                            : "TRUNC(CAST(" + value + " AS DATE))";
            case TimeType _ when isText(was) -> "TO_DSINTERVAL('0 ' || " + value + ")";
            default -> "CAST(" + value + " AS " + types.sql(to.type()) + ")";
        };
    }

    /** What is too long stays so, and is refused by the column. */
    private static String shortened(String value, int length) {
        return "CASE WHEN LENGTH(%1$s) <= %2$d THEN DBMS_LOB.SUBSTR(%1$s, %2$d, 1) ELSE TO_CHAR(%1$s) END"
                .formatted(value, length);
    }

    /** With a digit before the point, which TO_CHAR alone leaves out. */
    private static String format(DecimalType type) {
        int whole = Math.max(type.precision() - type.scale(), 1);
        return "FM"
                + "9".repeat(whole - 1)
                + "0"
                + (type.scale() == 0 ? "" : "." + "0".repeat(type.scale()));
    }

    private static boolean isText(ColumnType type) {
        return type instanceof TextType || type instanceof ChoiceType;
    }

    private static String asText(ColumnType type, String value) {
        return switch (type) {
            case BooleanType _ -> "CASE " + value + " WHEN 1 THEN 'true' WHEN 0 THEN 'false' END";
            case UuidType _ ->
                    "LOWER(REGEXP_REPLACE(RAWTOHEX("
                            + value
                            + "), '(.{8})(.{4})(.{4})(.{4})(.{12})', '\\1-\\2-\\3-\\4-\\5'))";
            case TextType _, ChoiceType _, LongTextType _, JsonType _ -> value;
            case DecimalType decimal -> "TO_CHAR(" + value + ", '" + format(decimal) + "')";
            case DateType _ -> "TO_CHAR(" + value + ", 'YYYY-MM-DD')";
            case TimeType _ -> "REGEXP_SUBSTR(TO_CHAR(" + value + "), '[0-9:.]+$')";
            default -> "TO_CHAR(" + value + ")";
        };
    }

    private static String quoted(String name) {
        return OracleDialect.NAMES.quote(name);
    }

    private String name() {
        return quoted(to.name());
    }
}
