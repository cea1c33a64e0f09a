package dev.plinth.schema.check;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.expression.Expressions;
import dev.plinth.schema.expression.InlineSql;
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
import dev.plinth.schema.problem.Problem;

import java.util.Optional;

/**
 * Whether the database can say the CEL of a table. A check that it cannot say still holds in the
 * API and in forms; a computed column or a condition of an index would be lost.
 */
final class ExpressionFit {
    private final Table table;
    private final String path;
    private final Dialect dialect;
    private final Report report;

    ExpressionFit(Table table, String path, Dialect dialect, Report report) {
        this.table = table;
        this.path = path;
        this.dialect = dialect;
        this.report = report;
    }

    void check() {
        for (Check check : table.checks()) {
            String place = ElementPath.check(path, check);
            unsaid(check.expression(), Wanted.condition(), place)
                    .ifPresent(problem -> report.addAll(java.util.List.of(problem)));
        }
        for (Column column : table.columns()) {
            Generated generated = column.generated();
            if (generated != null) {
                String place = ElementPath.column(path, column) + "/generated";
                unsaid(generated.expression(), Wanted.value(column.type()), place)
                        .ifPresent(p -> lost(CheckCode.GENERATED_UNSAID, p));
            }
        }
        for (Index index : table.indexes()) {
            Expression where = index.where();
            if (where != null) {
                String place = ElementPath.index(path, index) + "/where";
                unsaid(where, Wanted.condition(), place)
                        .ifPresent(p -> lost(CheckCode.INDEX_UNSAID, p));
            }
        }
    }

    private void lost(CheckCode code, Problem why) {
        report.error(code, why.path(), dialect.title() + " cannot say this: " + why.message());
    }

    private Optional<Problem> unsaid(Expression expression, Wanted wanted, String place) {
        return expression.language() == Language.SQL
                ? Optional.empty()
                : Expressions.check(expression.text(), Scope.of(table), wanted, place)
                        .expression()
                        .map(e -> e.sql(dialect, place))
                        .flatMap(InlineSql::problem);
    }
}
