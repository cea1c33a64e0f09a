package dev.plinth.schema.dialect;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A model as lines of names, so that two can be compared whatever their ids. Of expressions only
 * their presence is shown: databases rewrite them.
 */
public final class Picture {
    private final Model model;
    private final Dialect dialect;
    private final List<String> lines = new ArrayList<>();

    private Picture(Model model, Dialect dialect) {
        this.model = model;
        this.dialect = dialect;
    }

    public static String of(Model model, Dialect dialect) {
        Picture picture = new Picture(model, dialect);
        model.tables().stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .forEach(picture::table);
        model.views().stream().map(v -> "view " + v.name()).sorted().forEach(picture.lines::add);
        return String.join("\n", picture.lines);
    }

    private void table(Table table) {
        lines.add("table " + table.name() + comment(table.comment()));
        table.columns().stream().map(this::column).sorted().forEach(lines::add);
        if (table.primaryKey() != null) {
            lines.add("  key " + table.columnNames(table.primaryKey().columns()));
        }
        table.uniques().stream().map(u -> unique(table, u)).sorted().forEach(lines::add);
        table.indexes().stream().map(i -> index(table, i)).sorted().forEach(lines::add);
        table.checks().stream().map(c -> "  check " + c.name()).sorted().forEach(lines::add);
        table.relations().stream().map(r -> relation(table, r)).sorted().forEach(lines::add);
    }

    private static String comment(String comment) {
        return comment.isEmpty() ? "" : " -- " + comment;
    }

    private String column(Column column) {
        StringBuilder line = new StringBuilder("  column ").append(column.name());
        line.append(' ').append(dialect.types().sql(column.type()));
        if (column.required()) {
            line.append(" required");
        }
        if (column.defaultValue() != null) {
            line.append(" default ").append(value(column.defaultValue()));
        }
        if (column.identity() != null) {
            line.append(" identity ").append(column.identity());
        }
        if (column.generated() != null) {
            line.append(" generated ").append(column.generated().stored() ? "stored" : "virtual");
        }
        return line.append(comment(column.comment())).toString();
    }

    private static String value(Default value) {
        return switch (value) {
            case Default.Value constant -> "'" + constant.text() + "'";
            case Default.Now now -> "now";
            case Default.NewUuid uuid -> "new uuid";
            case Default.Sql sql -> "SQL";
        };
    }

    private static String unique(Table table, UniqueKey key) {
        return "  unique "
                + key.name()
                + " "
                + table.columnNames(key.columns())
                + (key.nullsDistinct() ? "" : " nulls not distinct")
                + deferral(key.deferral());
    }

    private static String index(Table table, Index index) {
        String parts =
                index.parts().stream()
                        .map(
                                p ->
                                        (p.isColumn() ? table.columnName(p.column()) : "SQL")
                                                + (p.descending() ? " descending" : ""))
                        .collect(Collectors.joining(", "));
        return "  "
                + (index.unique() ? "unique " : "")
                + "index "
                + index.name()
                + " ["
                + parts
                + "] "
                + index.method()
                + (index.where() == null ? "" : " where SQL")
                + (index.included().isEmpty()
                        ? ""
                        : " including " + table.columnNames(index.included()));
    }

    private static String deferral(Deferral deferral) {
        return deferral == Deferral.NONE ? "" : " deferrable " + deferral;
    }

    private String relation(Table table, Relation relation) {
        Table target = model.table(relation.target()).orElseThrow();
        return "  relation "
                + relation.name()
                + " "
                + table.columnNames(relation.columns())
                + " to "
                + target.name()
                + target.columnNames(relation.targetColumns())
                + " delete "
                + relation.onDelete()
                + " update "
                + relation.onUpdate()
                + deferral(relation.deferral());
    }
}
