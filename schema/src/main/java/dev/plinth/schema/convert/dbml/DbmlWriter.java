package dev.plinth.schema.convert.dbml;

import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a model as DBML. Rules, views and computed columns have no words there. */
public final class DbmlWriter {
    private final Model model;
    private final StringBuilder text = new StringBuilder();

    private DbmlWriter(Model model) {
        this.model = model;
    }

    public static String write(Model model) {
        DbmlWriter writer = new DbmlWriter(model);
        model.choices().forEach(writer::choice);
        model.tables().forEach(writer::table);
        model.tables().forEach(writer::relations);
        return writer.text.toString().stripTrailing() + "\n";
    }

    private void choice(Choice choice) {
        text.append("Enum ").append(name(choice.name())).append(" {\n");
        choice.values().forEach(v -> text.append("  ").append(name(v)).append('\n'));
        text.append("}\n\n");
    }

    private void table(Table table) {
        text.append("Table ").append(name(table.name())).append(" {\n");
        boolean single = table.keyColumns().size() == 1;
        for (Column column : table.columns()) {
            text.append("  ").append(name(column.name())).append(' ').append(type(column.type()));
            List<String> settings =
                    settings(column, single && table.keyColumns().contains(column.id()));
            text.append(settings.isEmpty() ? "" : " [" + String.join(", ", settings) + "]");
            text.append('\n');
        }
        indexes(table, single);
        if (!table.comment().isEmpty()) {
            text.append("\n  Note: ").append(quoted(table.comment())).append('\n');
        }
        text.append("}\n\n");
    }

    private static List<String> settings(Column column, boolean key) {
        List<String> settings = new ArrayList<>();
        if (key) {
            settings.add("pk");
        }
        if (column.identity() != null) {
            settings.add("increment");
        }
        if (column.required() && !key) {
            settings.add("not null");
        }
        if (column.defaultValue() != null) {
            settings.add("default: " + defaultValue(column.defaultValue()));
        }
        if (!column.comment().isEmpty()) {
            settings.add("note: " + quoted(column.comment()));
        }
        return settings;
    }

    private static String defaultValue(Default value) {
        return switch (value) {
            case Default.Value(String constant) -> quoted(constant);
            case Default.Now() -> "`now()`";
            case Default.NewUuid() -> "`gen_random_uuid()`";
            case Default.Sql(String sql) -> "`" + sql.replace("`", "\\`") + "`";
        };
    }

    private void indexes(Table table, boolean single) {
        List<String> lines = new ArrayList<>();
        if (table.primaryKey() != null && !single) {
            lines.add(columns(table, table.keyColumns()) + " [pk]");
        }
        table.uniques()
                .forEach(
                        u ->
                                lines.add(
                                        columns(table, u.columns())
                                                + " [unique"
                                                + named(u.name())
                                                + "]"));
        table.indexes().stream()
                .filter(i -> i.parts().stream().allMatch(p -> p.isColumn()))
                .forEach(
                        i -> {
                            List<String> parts = i.parts().stream().map(p -> p.column()).toList();
                            String kind = (i.unique() ? ", unique" : "") + named(i.name());
                            lines.add(
                                    columns(table, parts)
                                            + (kind.isEmpty()
                                                    ? ""
                                                    : " [" + kind.substring(2) + "]"));
                        });
        if (!lines.isEmpty()) {
            text.append("\n  indexes {\n");
            lines.forEach(l -> text.append("    ").append(l).append('\n'));
            text.append("  }\n");
        }
    }

    private static String named(String name) {
        return name.isEmpty() ? "" : ", name: " + quoted(name);
    }

    private static String columns(Table table, List<String> ids) {
        return table.columnNames(ids).stream()
                .map(DbmlWriter::name)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private void relations(Table table) {
        for (Relation relation : table.relations()) {
            model.table(relation.target())
                    .ifPresent(
                            target -> {
                                text.append("Ref");
                                if (!relation.name().isEmpty()) {
                                    text.append(' ').append(name(relation.name()));
                                }
                                text.append(": ")
                                        .append(name(table.name()))
                                        .append('.')
                                        .append(columns(table, relation.columns()))
                                        .append(" > ")
                                        .append(name(target.name()))
                                        .append('.')
                                        .append(columns(target, relation.targetColumns()))
                                        .append(actions(relation))
                                        .append('\n');
                            });
        }
    }

    private static String actions(Relation relation) {
        List<String> actions = new ArrayList<>();
        if (relation.onDelete() != Relation.Action.NO_ACTION) {
            actions.add("delete: " + word(relation.onDelete()));
        }
        if (relation.onUpdate() != Relation.Action.NO_ACTION) {
            actions.add("update: " + word(relation.onUpdate()));
        }
        return actions.isEmpty() ? "" : " [" + String.join(", ", actions) + "]";
    }

    private static String word(Relation.Action action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String type(ColumnType type) {
        if (type instanceof ChoiceType(String id)) {
            return model.choice(id).map(c -> name(c.name())).orElse("text");
        }
        String word = type.text();
        return word.matches("[a-z]+(\\([0-9,]+\\))?") ? word : '"' + word.replace("\"", "") + '"';
    }

    private static String name(TableName name) {
        return name.schema().isEmpty()
                ? name(name.name())
                : name(name.schema()) + "." + name(name.name());
    }

    private static String name(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*")
                ? name
                : '"' + name.replace("\"", "\\\"") + '"';
    }

    private static String quoted(String value) {
        return value.contains("\n")
                ? "'''" + value.replace("'''", "\\'''") + "'''"
                : "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
