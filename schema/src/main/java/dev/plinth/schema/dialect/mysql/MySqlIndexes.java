package dev.plinth.schema.dialect.mysql;

import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes indexes away. A foreign key needs one that begins with its columns: without any other,
 * MySQL makes one of the foreign key's name, which it forgets to take away, and refuses to drop the
 * last.
 */
final class MySqlIndexes {
    /** {@code `name`(10)}: the first characters of a column. */
    static final Pattern BEGINNING = Pattern.compile("`(?:[^`]|``)+`\\(\\d+\\)");

    private final Names names;

    MySqlIndexes(Names names) {
        this.names = names;
    }

    /** Ids of the columns that an index begins with, up to the first expression. */
    static List<String> columns(Index index) {
        return index.parts().stream()
                .takeWhile(Index.Part::isColumn)
                .map(Index.Part::column)
                .toList();
    }

    /**
     * Drops an index; foreign keys of the table that would have none left get one of their own.
     *
     * @param columns ids that it begins with
     * @param without name of a relation that is gone by then
     */
    List<String> drop(Table table, String index, List<String> columns, String without) {
        String drop =
                "ALTER TABLE " + names.quote(table.name()) + " DROP INDEX " + names.quote(index);
        List<Relation> needy =
                table.relations().stream()
                        .filter(r -> !r.name().equals(without))
                        .filter(r -> startsWith(columns, r.columns()))
                        .toList();
        if (needy.isEmpty()) {
            return List.of(drop);
        }
        List<String> parts = new ArrayList<>(List.of(MySqlText.literal(drop)));
        needy.forEach(r -> parts.add(ownIndex(table, r, index)));
        return run("CONCAT(" + String.join(", ", parts) + ")");
    }

    private String ownIndex(Table table, Relation relation, String dropped) {
        String add =
                ", ADD INDEX "
                        + names.quote(relation.name())
                        + " ("
                        + names.list(table.columnNames(relation.columns()))
                        + ")";
        String wanted =
                exists(table, "table_constraints", "constraint_name", relation.name())
                        + " AND "
                        + (relation.name().equals(dropped)
                                ? "TRUE"
                                : "NOT "
                                        + exists(
                                                table,
                                                "statistics",
                                                "index_name",
                                                relation.name()));
        return "IF(" + wanted + ", " + MySqlText.literal(add) + ", '')";
    }

    /** Drops a foreign key and the index that was made for it, if there is one. */
    List<String> dropForeignKey(Table table, ForeignKey key) {
        List<String> statements = new ArrayList<>();
        statements.add(
                "ALTER TABLE "
                        + names.quote(table.name())
                        + " DROP FOREIGN KEY "
                        + names.quote(key.name()));
        boolean isOurs =
                table.indexes().stream().anyMatch(i -> i.name().equals(key.name()))
                        || table.uniques().stream().anyMatch(u -> u.name().equals(key.name()));
        if (!isOurs) {
            List<String> columns =
                    key.columns().stream()
                            .flatMap(n -> table.columnNamed(n).stream())
                            .map(c -> c.id())
                            .toList();
            List<String> drop = drop(table, key.name(), columns, key.name());
            String sql =
                    drop.size() == 1
                            ? MySqlText.literal(drop.getFirst())
                            : drop.getFirst().substring("SET @plinth = ".length());
            statements.addAll(
                    run(
                            "IF("
                                    + exists(table, "statistics", "index_name", key.name())
                                    + ", "
                                    + sql
                                    + ", 'DO 0')"));
        }
        return statements;
    }

    /** One statement where an index begins with the column by now, and another where none does. */
    List<String> whereIndexed(Table table, String column, String indexed, String otherwise) {
        String first = "CONCAT(column_name, ' ', seq_in_index)";
        return run(
                "IF("
                        + exists(table, "statistics", first, column + " 1")
                        + ", "
                        + MySqlText.literal(indexed)
                        + ", "
                        + MySqlText.literal(otherwise)
                        + ")");
    }

    private static boolean startsWith(List<String> columns, List<String> first) {
        return columns.size() >= first.size() && columns.subList(0, first.size()).equals(first);
    }

    private static String exists(Table table, String catalog, String column, String name) {
        String schema =
                table.name().schema().isEmpty()
                        ? "DATABASE()"
                        : MySqlText.literal(table.name().schema());
        return "EXISTS (SELECT 1 FROM information_schema."
                + catalog
                + " WHERE table_schema = "
                + schema
                + " AND table_name = "
                + MySqlText.literal(table.name().name())
                + " AND "
                + column
                + " = "
                + MySqlText.literal(name)
                + ")";
    }

    /** Runs a statement whose text the database itself puts together. */
    private static List<String> run(String text) {
        return List.of(
                "SET @plinth = " + text,
                "PREPARE plinth FROM @plinth",
                "EXECUTE plinth",
                "DEALLOCATE PREPARE plinth");
    }
}
