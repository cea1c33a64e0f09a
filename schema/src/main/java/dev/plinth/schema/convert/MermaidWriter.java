package dev.plinth.schema.convert;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;

import java.util.ArrayList;
import java.util.List;

/** Writes a model as an entity relationship diagram of Mermaid. */
final class MermaidWriter {
    private final Model model;
    private final StringBuilder text = new StringBuilder("erDiagram\n");

    private MermaidWriter(Model model) {
        this.model = model;
    }

    static String write(Model model) {
        MermaidWriter writer = new MermaidWriter(model);
        model.tables().forEach(writer::table);
        model.tables().forEach(t -> t.relations().forEach(r -> writer.relation(t, r)));
        return writer.text.toString();
    }

    private void table(Table table) {
        text.append("    ").append(name(table)).append(" {\n");
        for (Column column : table.columns()) {
            text.append("        ")
                    .append(word(column.type().text()))
                    .append(' ')
                    .append(word(column.name()));
            List<String> keys = keys(table, column);
            text.append(keys.isEmpty() ? "" : " " + String.join(", ", keys));
            if (!column.comment().isEmpty()) {
                text.append(" \"").append(plain(column.comment())).append('"');
            }
            text.append('\n');
        }
        text.append("    }\n");
    }

    private static List<String> keys(Table table, Column column) {
        List<String> keys = new ArrayList<>();
        if (table.keyColumns().contains(column.id())) {
            keys.add("PK");
        }
        if (table.relations().stream().anyMatch(r -> r.columns().contains(column.id()))) {
            keys.add("FK");
        }
        if (isUnique(table, List.of(column.id()))) {
            keys.add("UK");
        }
        return keys;
    }

    private static boolean isUnique(Table table, List<String> columns) {
        return table.uniques().stream().map(UniqueKey::columns).anyMatch(columns::equals);
    }

    private void relation(Table table, Relation relation) {
        model.table(relation.target())
                .ifPresent(
                        target -> {
                            boolean required =
                                    relation.columns().stream()
                                            .allMatch(
                                                    c ->
                                                            table.column(c)
                                                                    .filter(Column::required)
                                                                    .isPresent());
                            boolean one =
                                    isUnique(table, relation.columns())
                                            || table.keyColumns().equals(relation.columns());
                            String label =
                                    relation.name().isEmpty()
                                            ? String.join(
                                                    ", ", table.columnNames(relation.columns()))
                                            : relation.name();
                            text.append("    ")
                                    .append(name(target))
                                    .append(required ? " ||--" : " |o--")
                                    .append(one ? "o| " : "o{ ")
                                    .append(name(table))
                                    .append(" : \"")
                                    .append(plain(label))
                                    .append("\"\n");
                        });
    }

    private static String name(Table table) {
        return '"' + plain(table.name().toString()) + '"';
    }

    /** Types and columns are words of letters, digits, brackets and lines. */
    private static String word(String text) {
        String word = text.replaceAll("[^\\p{L}\\p{N}_()-]+", "_");
        return word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "_" + word : word;
    }

    private static String plain(String text) {
        return text.replace('"', '\'').replaceAll("\\s+", " ");
    }
}
