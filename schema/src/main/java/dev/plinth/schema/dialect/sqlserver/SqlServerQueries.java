package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.JsonKey;
import dev.plinth.schema.dialect.standard.JsonPaths;
import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.dialect.standard.StandardQueries;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Parts of queries in T-SQL. */
final class SqlServerQueries extends StandardQueries {
    private static final String EXACT = " COLLATE " + SqlServerStatements.COLLATION;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int SECONDS_OF_DAY = 86_400;

    SqlServerQueries(SqlServerTypes types) {
        super(types);
    }

    /** OFFSET belongs to ORDER BY, and no page can be of no rows. */
    @Override
    public String page(long limit, long offset, boolean ordered) {
        if (limit < 0 && offset <= 0) {
            return "";
        }
        String order = ordered ? "" : " ORDER BY (SELECT NULL)";
        if (limit == 0) {
            return order + " OFFSET " + Long.MAX_VALUE + " ROWS FETCH NEXT 1 ROWS ONLY";
        }
        return order
                + " OFFSET "
                + Math.max(offset, 0)
                + " ROWS"
                + (limit < 0 ? "" : " FETCH NEXT " + limit + " ROWS ONLY");
    }

    /** NULL is the least of all unless it is said otherwise. */
    @Override
    public String sorted(String expression, boolean descending, boolean nullsFirst) {
        String sorted = expression + (descending ? " DESC" : " ASC");
        return nullsFirst != descending
                ? sorted
                : "CASE WHEN "
                        + expression
                        + " IS NULL THEN 1 ELSE 0 END"
                        + (nullsFirst ? " DESC" : "")
                        + ", "
                        + sorted;
    }

    @Override
    public String like(String expression, String pattern) {
        return expression + EXACT + " LIKE " + plain(pattern) + " ESCAPE N'\\'";
    }

    @Override
    public String likeIgnoringCase(String expression, String pattern) {
        return "LOWER("
                + expression
                + ")"
                + EXACT
                + " LIKE LOWER("
                + plain(pattern)
                + ") ESCAPE N'\\'";
    }

    /** A bracket would begin a set of characters. */
    private static String plain(String pattern) {
        return "REPLACE(" + pattern + ", N'[', N'\\[')";
    }

    @Override
    public String locked(String select) {
        List<SqlToken> tokens = SqlToken.of(select);
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is("FROM")) {
                int end = endOfTable(tokens, i + 1);
                return select.substring(0, end) + " WITH (UPDLOCK)" + select.substring(end);
            }
        }
        return select;
    }

    /** After a name, perhaps of a schema before, and perhaps an alias. */
    private static int endOfTable(List<SqlToken> tokens, int first) {
        int at = first;
        while (at + 2 < tokens.size() && tokens.get(at + 1).is(".")) {
            at += 2;
        }
        if (at + 1 < tokens.size()) {
            SqlToken next = tokens.get(at + 1);
            boolean alias =
                    next.quoted()
                            || (Character.isLetter(next.text().charAt(0))
                                    && List.of("WHERE", "ORDER", "JOIN", "GROUP").stream()
                                            .noneMatch(next::is));
            at += alias ? next.is("AS") ? 2 : 1 : 0;
        }
        return tokens.get(at).end();
    }

    @Override
    public String isNotDistinct(String left, String right) {
        return "EXISTS (SELECT " + left + " INTERSECT SELECT " + right + ")";
    }

    @Override
    public String cast(String expression, ColumnType type) {
        return switch (type) {
            case BooleanType _ -> "CAST(" + expression + " AS BIT)";
            default -> super.cast(expression, type);
        };
    }

    @Override
    public Optional<String> returning(
            String statement, boolean deletes, List<String> quotedColumns, List<ColumnType> types) {
        return Optional.of(SqlServerOutput.of(statement, deletes, quotedColumns, types));
    }

    /** HOLDLOCK, because MERGE alone lets two sessions insert the same key. */
    @Override
    public String upsert(
            String quotedTable,
            List<String> quotedColumns,
            List<String> placeholders,
            List<String> quotedKey,
            List<String> quotedUpdated) {
        String columns = String.join(", ", quotedColumns);
        String match =
                quotedKey.stream()
                        .map(k -> "t." + k + " = s." + k)
                        .collect(Collectors.joining(" AND "));
        String update =
                quotedUpdated.isEmpty()
                        ? ""
                        : " WHEN MATCHED THEN UPDATE SET "
                                + quotedUpdated.stream()
                                        .map(c -> c + " = s." + c)
                                        .collect(Collectors.joining(", "));
        return "MERGE INTO "
                + quotedTable
                + " WITH (HOLDLOCK) AS t USING (VALUES ("
                + String.join(", ", placeholders)
                + ")) AS s ("
                + columns
                + ") ON "
                + match
                + update
                + " WHEN NOT MATCHED THEN INSERT ("
                + columns
                + ") VALUES ("
                + quotedColumns.stream().map(c -> "s." + c).collect(Collectors.joining(", "))
                + ");";
    }

    /**
     * OPENJSON tells of what kind a value is, and gives it as it is written. Keys in it compare by
     * code points.
     */
    @Override
    public Optional<String> jsonAt(
            String document,
            ColumnType type,
            List<JsonKey> path,
            boolean asText,
            UnaryOperator<String> bind) {
        if (path.stream().anyMatch(k -> k.isIndex() && k.key().startsWith("-"))) {
            return Optional.empty();
        }
        String value =
                asText
                        ? "CASE [type] WHEN 0 THEN NULL ELSE [value] END"
                        : "CASE [type] WHEN 0 THEN N'null' WHEN 1 THEN N'\"' +"
                                + " STRING_ESCAPE([value], 'json') + N'\"' ELSE [value] END";
        String parent = bind.apply(JsonPaths.write(path.subList(0, path.size() - 1), "", false));
        return Optional.of(
                "(SELECT "
                        + value
                        + " FROM OPENJSON("
                        + document
                        + ", "
                        + parent
                        + ") WHERE [key] = "
                        + bind.apply(path.getLast().key())
                        + ")");
    }

    /** Spaces at the end do not count in any comparison of texts, so their lengths decide. */
    @Override
    public String compareTexts(String left, String operator, String right) {
        String plain = left + EXACT + " " + operator + " " + right;
        String lengths = "DATALENGTH(" + left + ") $ DATALENGTH(" + right + ")";
        return switch (operator) {
            case "=" -> "(" + plain + " AND " + lengths.replace("$", "=") + ")";
            case "<>" -> "(" + plain + " OR " + lengths.replace("$", "<>") + ")";
            default -> {
                String strict = left + EXACT + " " + operator.charAt(0) + " " + right;
                String equal = left + EXACT + " = " + right;
                yield "("
                        + strict
                        + " OR "
                        + equal
                        + " AND "
                        + lengths.replace("$", operator)
                        + ")";
            }
        };
    }

    /** LEN leaves out spaces at the end, and a collation with SC counts whole characters. */
    @Override
    public String length(String text) {
        return "(LEN(CAST("
                + text
                + " AS NVARCHAR(MAX)) COLLATE Latin1_General_100_CI_AS_SC + N'.') - 1)";
    }

    @Override
    public String startsWith(String text, String start) {
        return compareTexts("LEFT(" + text + EXACT + ", " + units(start) + ")", "=", start);
    }

    @Override
    public String endsWith(String text, String end) {
        return compareTexts("RIGHT(" + text + EXACT + ", " + units(end) + ")", "=", end);
    }

    /** Half of its bytes: what LEFT and RIGHT count where the collation has no SC. */
    private static String units(String text) {
        return "DATALENGTH(CAST(" + text + " AS NVARCHAR(MAX))) / 2";
    }

    @Override
    public String contains(String text, String part) {
        return "(CHARINDEX("
                + part
                + ", "
                + text
                + EXACT
                + ") > 0 OR DATALENGTH("
                + part
                + ") = 0)";
    }

    @Override
    public String lowerAscii(String text) {
        return translated(text, LETTERS, LETTERS.toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public String upperAscii(String text) {
        return translated(text, LETTERS.toLowerCase(java.util.Locale.ROOT), LETTERS);
    }

    private static String translated(String text, String from, String to) {
        return "TRANSLATE(" + text + EXACT + ", N'" + from + "', N'" + to + "')";
    }

    /** The characters come from a call, since a sum of texts may not stand there. */
    @Override
    public Optional<String> trimmed(String text) {
        return Optional.of(
                "TRIM(CONCAT(N' ', NCHAR(9), NCHAR(10), NCHAR(13)) FROM " + text + EXACT + ")");
    }

    @Override
    public String concatenated(List<String> texts) {
        return String.join(" + ", texts);
    }

    @Override
    public String asCondition(String truthValue) {
        return truthValue + " = 1";
    }

    @Override
    public String asTruthValue(String condition) {
        return "CASE WHEN "
                + condition
                + " THEN CAST(1 AS BIT) WHEN NOT "
                + condition
                + " THEN CAST(0 AS BIT) END";
    }

    @Override
    public String remainder(String dividend, String divisor) {
        return dividend + " % " + divisor;
    }

    /** DATEADD takes 32 bits, so days, seconds and microseconds are added one after the other. */
    @Override
    public Optional<String> moved(String moment, ColumnType type, Duration by) {
        String days = added("DAY", by.getSeconds() / SECONDS_OF_DAY, moment);
        return switch (type) {
            case DateType _ ->
                    by.equals(Duration.ofDays(by.toDays())) ? Optional.of(days) : Optional.empty();
            case TimestampType _, ZonedTimestampType _ ->
                    Optional.of(
                            added(
                                    "MICROSECOND",
                                    by.getNano() / 1000,
                                    added("SECOND", by.getSeconds() % SECONDS_OF_DAY, days)));
            default -> Optional.empty();
        };
    }

    private static String added(String unit, long amount, String moment) {
        return amount == 0 ? moment : "DATEADD(" + unit + ", " + amount + ", " + moment + ")";
    }

    /** The sum of 38 digits and one more would be rounded. */
    @Override
    public int exactDigits() {
        return 37;
    }

    @Override
    public boolean matchesInChecks() {
        return false;
    }
}
