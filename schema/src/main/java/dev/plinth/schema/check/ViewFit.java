package dev.plinth.schema.check;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.View;

import java.util.List;
import java.util.Set;

/** What some databases refuse in the query of a view, as far as its words tell. */
final class ViewFit {
    private final View view;
    private final Dialect dialect;
    private final Report report;

    ViewFit(View view, Dialect dialect, Report report) {
        this.view = view;
        this.dialect = dialect;
        this.report = report;
    }

    void check() {
        List<SqlToken> tokens = SqlToken.of(view.query());
        int depth = 0;
        boolean sorted = false;
        boolean cut = false;
        boolean listed = false;
        boolean begun = false;
        SqlToken last = null;
        for (SqlToken token : tokens) {
            boolean ends = token.is(",") || token.is("FROM");
            if (depth == 0 && listed && ends && last != null && isNameless(last)) {
                nameless();
                return;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            sorted |= depth == 0 && token.is("ORDER");
            cut |= depth == 0 && token.isAny(Set.of("TOP", "OFFSET"));
            // The names of a view are those of its first query.
            listed |= depth == 0 && token.is("SELECT") && !begun;
            begun |= listed;
            listed &= depth > 0 || !token.is("FROM");
            last = token;
        }
        if (sorted && !cut && !dialect.limits().sortsViews()) {
            report.error(
                    CheckCode.VIEW_SORTED,
                    ElementPath.view(view.name()),
                    "View \""
                            + view.name()
                            + "\" is sorted, which "
                            + dialect.title()
                            + " refuses.");
        }
    }

    /** Whether a column that ends so is an expression without a name. */
    private boolean isNameless(SqlToken last) {
        boolean text = last.quoted() && view.query().charAt(last.start()) == '\'';
        boolean number = !last.text().isEmpty() && Character.isDigit(last.text().charAt(0));
        return text || !last.quoted() && (number || last.is(")") || last.is("END"));
    }

    private void nameless() {
        if (!dialect.limits().namesViewColumns()) {
            report.error(
                    CheckCode.VIEW_NAMELESS,
                    ElementPath.view(view.name()),
                    "View \""
                            + view.name()
                            + "\" has a column that is an expression without a name, which "
                            + dialect.title()
                            + " refuses.");
        }
    }
}
