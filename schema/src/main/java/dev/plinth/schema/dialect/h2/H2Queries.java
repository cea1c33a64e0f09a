package dev.plinth.schema.dialect.h2;

import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.standard.StandardQueries;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

final class H2Queries extends StandardQueries {
    H2Queries(Types types) {
        super(types);
    }

    @Override
    public String likeIgnoringCase(String expression, String pattern) {
        return expression + " ILIKE " + pattern;
    }

    @Override
    public Optional<String> matches(String expression, String pattern, boolean ignoringCase) {
        String flags = ignoringCase ? ", 'i'" : "";
        return Optional.of("REGEXP_LIKE(" + expression + ", " + pattern + flags + ")");
    }

    @Override
    public Optional<String> returning(
            String statement, boolean deletes, List<String> quotedColumns) {
        return Optional.of(
                "SELECT "
                        + String.join(", ", quotedColumns)
                        + " FROM "
                        + (deletes ? "OLD" : "FINAL")
                        + " TABLE ("
                        + statement
                        + ")");
    }

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
                + " t USING (VALUES ("
                + String.join(", ", placeholders)
                + ")) s ("
                + columns
                + ") ON "
                + match
                + update
                + " WHEN NOT MATCHED THEN INSERT ("
                + columns
                + ") VALUES ("
                + quotedColumns.stream().map(c -> "s." + c).collect(Collectors.joining(", "))
                + ")";
    }
}
