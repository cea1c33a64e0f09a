package dev.plinth.schema.dialect;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Expression.Language;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.NativeType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a model only one database understands.
 *
 * @param path of the element
 * @param title what it is, at the beginning of a sentence
 */
public record OwnSql(String path, String title) {

    static boolean isIn(Model model) {
        return !model.origin().needs().isEmpty() || !of(model).isEmpty();
    }

    /** All of it, in the order of the model. */
    public static List<OwnSql> of(Model model) {
        List<OwnSql> found = new ArrayList<>();
        for (Table table : model.tables()) {
            new Collector(table, found).collect();
        }
        model.views()
                .forEach(
                        v ->
                                found.add(
                                        new OwnSql(
                                                ElementPath.view(v.name()),
                                                "View \"" + v.name() + "\"")));
        return found;
    }

    private record Collector(Table table, List<OwnSql> found) {
        void collect() {
            String path = ElementPath.table(table.name());
            table.columns().forEach(c -> column(c, ElementPath.column(path, c)));
            table.checks()
                    .forEach(
                            c ->
                                    expression(
                                            c.expression(),
                                            ElementPath.check(path, c),
                                            "Check \"" + c.name() + "\""));
            table.indexes()
                    .forEach(
                            i -> {
                                String title = "index \"" + i.name() + "\"";
                                String place = ElementPath.index(path, i);
                                expression(i.where(), place, "The condition of " + title);
                                if (i.parts().stream().anyMatch(p -> !p.isColumn())) {
                                    add(place, "A part of " + title);
                                }
                                if (!i.method().isEmpty()) {
                                    add(place, "The kind " + i.method() + " of " + title);
                                }
                            });
        }

        private void column(Column column, String path) {
            String title = "column \"" + column.name() + "\"";
            if (column.type() instanceof NativeType type) {
                add(path, "The type " + type.sql() + " of " + title);
            }
            if (column.defaultValue() instanceof Default.Sql) {
                add(path, "The default of " + title);
            }
            Generated generated = column.generated();
            expression(
                    generated == null ? null : generated.expression(), path, "Computed " + title);
        }

        private void expression(@Nullable Expression expression, String path, String title) {
            if (expression != null && expression.language() == Language.SQL) {
                add(path, title);
            }
        }

        private void add(String path, String title) {
            found.add(new OwnSql(path, title + " of \"" + table.name() + "\""));
        }
    }
}
