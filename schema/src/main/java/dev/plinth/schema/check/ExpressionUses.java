package dev.plinth.schema.check;

import dev.plinth.schema.expression.Checked;
import dev.plinth.schema.expression.Expressions;
import dev.plinth.schema.expression.Scope;
import dev.plinth.schema.expression.Wanted;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Expression.Language;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Table;

import java.util.Optional;
import java.util.Set;

/**
 * The expressions of a table: checks, generated columns, backfills, conditions of indexes. SQL is
 * left to the database; CEL is checked here.
 */
final class ExpressionUses {
    private final Table table;
    private final String path;
    private final Report report;

    ExpressionUses(Table table, String path, Report report) {
        this.table = table;
        this.path = path;
        this.report = report;
    }

    void check() {
        for (Column column : table.columns()) {
            String columnPath = ElementPath.column(path, column);
            Generated generated = column.generated();
            if (generated != null) {
                generated(column, generated, columnPath);
            }
            Expression backfill = column.backfill();
            if (backfill != null) {
                check(backfill, Wanted.value(column.type()), columnPath + "/backfill");
            }
        }
        for (Index index : table.indexes()) {
            Expression where = index.where();
            if (where != null) {
                check(where, Wanted.condition(), ElementPath.index(path, index) + "/where");
            }
        }
        for (Check check : table.checks()) {
            check(check.expression(), Wanted.condition(), ElementPath.check(path, check));
        }
    }

    private void generated(Column column, Generated generated, String columnPath) {
        Set<String> read =
                check(
                                generated.expression(),
                                Wanted.value(column.type()),
                                columnPath + "/generated")
                        .flatMap(Checked::expression)
                        .map(e -> e.columns())
                        .orElse(Set.of());
        String title = "Column \"" + column.name() + "\" of \"" + table.name() + "\"";
        for (String name : read) {
            Optional<Column> other = table.columnNamed(name);
            if (name.equals(column.name())) {
                report.error(
                        CheckCode.GENERATED_FROM_ITSELF,
                        columnPath + "/generated",
                        title + " is computed from itself.");
            } else if (other.isPresent() && other.get().generated() != null) {
                report.warning(
                        CheckCode.GENERATED_FROM_GENERATED,
                        columnPath + "/generated",
                        title + " is computed from \"" + name + "\", which is computed too.");
            }
        }
    }

    private Optional<Checked> check(Expression expression, Wanted wanted, String elementPath) {
        return check(expression, Scope.of(table), wanted, elementPath, report);
    }

    /** Reports what is wrong with an expression; what was checked is empty for SQL. */
    static Optional<Checked> check(
            Expression expression, Scope scope, Wanted wanted, String path, Report report) {
        if (expression.text().isBlank()) {
            report.error(CheckCode.EXPRESSION_MISSING, path, "The expression is empty.");
            return Optional.empty();
        }
        if (expression.language() == Language.SQL) {
            return Optional.empty();
        }
        Checked checked = Expressions.check(expression.text(), scope, wanted, path);
        report.addAll(checked.problems());
        return Optional.of(checked);
    }
}
