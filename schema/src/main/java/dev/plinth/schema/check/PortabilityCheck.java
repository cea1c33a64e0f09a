package dev.plinth.schema.check;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.OwnSql;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.model.View;
import dev.plinth.schema.problem.Problem;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What stands in the way of carrying a model to a database product. Errors are what the database
 * would refuse or hold otherwise than meant; warnings what it leaves to the API.
 */
public final class PortabilityCheck {
    private final Model model;
    private final Dialect dialect;
    private final Report report = new Report();

    private PortabilityCheck(Model model, Dialect dialect) {
        this.model = model;
        this.dialect = dialect;
    }

    /** Every problem at once, for a model in which {@link ModelCheck} finds no errors. */
    public static List<Problem> problems(Model model, Dialect dialect) {
        PortabilityCheck check = new PortabilityCheck(model, dialect);
        check.run();
        return check.report.problems();
    }

    private void otherSql() {
        String other = model.origin().dialect();
        if (other.isEmpty() || dialect.speaks(other)) {
            return;
        }
        for (OwnSql own : OwnSql.of(model)) {
            report.error(
                    CheckCode.OTHER_SQL,
                    own.path(),
                    own.title()
                            + " is in the words of "
                            + other
                            + ", which "
                            + dialect.title()
                            + " may not understand.");
        }
    }

    private void run() {
        otherSql();
        Model lowered = Lowering.lower(model, dialect);
        new NameFit(lowered, dialect, report).check();
        boolean comments = false;
        for (Table table : model.tables()) {
            String path = ElementPath.table(table.name());
            ColumnFit columns = new ColumnFit(table, path, dialect, report);
            columns.check();
            NumberedFit numbered = new NumberedFit(table, path, dialect, report);
            numbered.check();
            table.uniques().forEach(u -> unique(table, u, ElementPath.unique(path, u)));
            new TableFit(table, path, dialect, report).check();
            new IndexFit(table, path, dialect, report).check();
            new RelationFit(table, path, dialect, report).check();
            new ExpressionFit(table, path, dialect, report).check();
            lowered.table(table.id())
                    .ifPresent(
                            kept -> {
                                columns.check(kept);
                                numbered.check(kept);
                            });
            comments |= hasComments(table);
            comment(table.comment(), path);
            table.columns().forEach(c -> comment(c.comment(), ElementPath.column(path, c)));
        }
        lowered.tables()
                .forEach(
                        t ->
                                new GeneratedFit(t, ElementPath.table(t.name()), dialect, report)
                                        .check());
        if (!dialect.limits().keysOfSameColumns()) {
            lowered.tables().forEach(this::equalKeys);
        }
        if (!dialect.limits().quotesInViews()) {
            lowered.views().forEach(this::quotes);
        }
        lowered.views().forEach(v -> new ViewFit(v, dialect, report).check());
        if (comments && !dialect.can(Capability.COMMENTS)) {
            report.warning(
                    CheckCode.NO_COMMENTS, "tables", dialect.title() + " keeps no comments.");
        }
        lowered.tables().forEach(t -> new LinkFit(lowered, t, dialect, report).check());
        if (!dialect.limits().unlikePaths()) {
            new UnlikePaths(model, dialect, report).check();
        }
        if (!dialect.limits().severalCascadePaths()) {
            new CascadePaths(model, dialect, report).check();
        }
    }

    private void equalKeys(Table table) {
        Set<Set<String>> taken = new HashSet<>();
        PrimaryKey primary = table.primaryKey();
        if (primary != null) {
            taken.add(Set.copyOf(primary.columns()));
        }
        for (UniqueKey key : table.uniques()) {
            if (!taken.add(Set.copyOf(key.columns()))) {
                report.error(
                        CheckCode.KEYS_EQUAL,
                        ElementPath.unique(ElementPath.table(table.name()), key),
                        "Unique key \""
                                + key.name()
                                + "\" of \""
                                + table.name()
                                + "\" has the columns of another key; "
                                + dialect.title()
                                + " keeps one of them.");
            }
        }
    }

    private void quotes(View view) {
        String quote = String.valueOf(dialect.names().close());
        if (view.query().contains(quote + quote)) {
            report.error(
                    CheckCode.QUOTE_IN_VIEW,
                    ElementPath.view(view.name()),
                    "View \""
                            + view.name()
                            + "\" speaks of a name with a quote in it, which "
                            + dialect.title()
                            + " does not understand there.");
        }
    }

    private void comment(String comment, String path) {
        if (!dialect.limits().keepsEmoji()
                && comment.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
            report.warning(
                    CheckCode.COMMENT_CHARACTER,
                    path,
                    "The comment has characters that " + dialect.title() + " does not keep.");
        }
    }

    private static boolean hasComments(Table table) {
        return !table.comment().isEmpty()
                || table.columns().stream().anyMatch(c -> !c.comment().isEmpty());
    }

    private void unique(Table table, UniqueKey key, String path) {
        boolean optional =
                key.columns().stream()
                        .flatMap(c -> table.column(c).stream())
                        .anyMatch(c -> !c.required());
        if (optional && !key.nullsDistinct() && !dialect.can(Capability.NULLS_NOT_DISTINCT)) {
            report.error(
                    CheckCode.NULLS_EQUAL,
                    path,
                    "Unique key \""
                            + key.name()
                            + "\" of \""
                            + table.name()
                            + "\" takes empty values for equal, which "
                            + dialect.title()
                            + " cannot.");
        }
    }
}
