package dev.plinth.schema.dialect.generic;

import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.standard.StandardQueries;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Queries made of what the database was found to understand. */
final class GenericQueries extends StandardQueries {
    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";

    private final Forms forms;
    private final Phrases phrases;
    private final boolean locksRows;

    GenericQueries(Types types, Forms forms, Phrases phrases, boolean locksRows) {
        super(types);
        this.forms = forms;
        this.phrases = phrases;
        this.locksRows = locksRows;
    }

    @Override
    public String page(long limit, long offset, boolean ordered) {
        if (limit < 0 && offset <= 0) {
            return "";
        }
        String page = phrases.page();
        if (page.isEmpty()) {
            throw forms.refusal("gives some rows of many");
        }
        long most = limit < 0 ? Integer.MAX_VALUE : limit;
        return Phrase.filled(page, String.valueOf(most), String.valueOf(Math.max(offset, 0)));
    }

    @Override
    public String sorted(String expression, boolean descending, boolean nullsFirst) {
        if (phrases.sortsNulls()) {
            return super.sorted(expression, descending, nullsFirst);
        }
        String nulls =
                "CASE WHEN "
                        + expression
                        + " IS NULL THEN "
                        + (nullsFirst ? "0 ELSE 1" : "1 ELSE 0")
                        + " END, ";
        return nulls + expression + (descending ? " DESC" : " ASC");
    }

    @Override
    public String likeIgnoringCase(String expression, String pattern) {
        return like("LOWER(" + expression + ")", "LOWER(" + pattern + ")");
    }

    @Override
    public String locked(String select) {
        return locksRows ? super.locked(select) : select;
    }

    @Override
    public String isNotDistinct(String left, String right) {
        if (phrases.knows(Phrase.NOT_DISTINCT)) {
            return super.isNotDistinct(left, right);
        }
        return "(%1$s = %2$s OR %1$s IS NULL AND %2$s IS NULL)".formatted(left, right);
    }

    @Override
    public Optional<String> returning(List<String> quotedColumns) {
        return forms.knows(Form.RETURNING)
                ? Optional.of("RETURNING " + String.join(", ", quotedColumns))
                : Optional.empty();
    }

    @Override
    public String upsert(
            String quotedTable,
            List<String> quotedColumns,
            List<String> placeholders,
            List<String> quotedKey,
            List<String> quotedUpdated) {
        String columns = String.join(", ", quotedColumns);
        String values = String.join(", ", placeholders);
        if (forms.knows(Form.ON_CONFLICT)) {
            String doing =
                    quotedUpdated.isEmpty()
                            ? "NOTHING"
                            : "UPDATE SET " + taken(quotedUpdated, "EXCLUDED.");
            return "INSERT INTO "
                    + quotedTable
                    + " ("
                    + columns
                    + ") VALUES ("
                    + values
                    + ") ON CONFLICT ("
                    + String.join(", ", quotedKey)
                    + ") DO "
                    + doing;
        }
        String found =
                "USING (VALUES ("
                        + values
                        + ")) s ("
                        + columns
                        + ") ON "
                        + quotedKey.stream()
                                .map(k -> "t." + k + " = s." + k)
                                .collect(Collectors.joining(" AND "))
                        + (quotedUpdated.isEmpty()
                                ? ""
                                : " WHEN MATCHED THEN UPDATE SET " + taken(quotedUpdated, "s."))
                        + " WHEN NOT MATCHED THEN INSERT ("
                        + columns
                        + ") VALUES ("
                        + quotedColumns.stream()
                                .map(c -> "s." + c)
                                .collect(Collectors.joining(", "))
                        + ")";
        return forms.write(Form.MERGE, quotedTable, "", "", found);
    }

    private static String taken(List<String> columns, String from) {
        return columns.stream().map(c -> c + " = " + from + c).collect(Collectors.joining(", "));
    }

    @Override
    public String length(String text) {
        return phrases.write(Phrase.LENGTH, text, "");
    }

    @Override
    public String startsWith(String text, String start) {
        return phrases.write(Phrase.POSITION, text, start) + " = 1";
    }

    @Override
    public String contains(String text, String part) {
        return phrases.write(Phrase.POSITION, text, part) + " > 0";
    }

    @Override
    public String endsWith(String text, String end) {
        return compareTexts(phrases.write(Phrase.RIGHT, text, length(end)), "=", end);
    }

    @Override
    public String lowerAscii(String text) {
        return translated(text, CAPITALS, SMALL);
    }

    @Override
    public String upperAscii(String text) {
        return translated(text, SMALL, CAPITALS);
    }

    private String translated(String text, String from, String to) {
        if (phrases.knows(Phrase.TRANSLATED)) {
            return phrases.write(Phrase.TRANSLATED, text, "'" + from + "', '" + to + "'");
        }
        String replaced = text;
        for (int i = 0; i < from.length(); i++) {
            replaced =
                    "REPLACE(" + replaced + ", '" + from.charAt(i) + "', '" + to.charAt(i) + "')";
        }
        return replaced;
    }

    @Override
    public String concatenated(List<String> texts) {
        return texts.stream()
                .reduce((a, b) -> phrases.write(Phrase.CONCATENATED, a, b))
                .orElse("''");
    }

    @Override
    public String remainder(String dividend, String divisor) {
        return phrases.write(Phrase.REMAINDER, dividend, divisor);
    }
}
