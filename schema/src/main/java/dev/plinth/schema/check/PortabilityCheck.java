package dev.plinth.schema.check;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.OwnSql;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.model.View;
import dev.plinth.schema.problem.Problem;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
            table.columns().forEach(c -> column(table, c, ElementPath.column(path, c)));
            table.uniques().forEach(u -> unique(table, u, ElementPath.unique(path, u)));
            new TableFit(table, path, dialect, report).check();
            new IndexFit(table, path, dialect, report).check();
            new RelationFit(table, path, dialect, report).check();
            new ExpressionFit(table, path, dialect, report).check();
            lowered.table(table.id())
                    .ifPresent(
                            kept -> {
                                defaults(table, kept);
                                required(table, kept);
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
        if (!dialect.limits().actionsOnCheckedColumns()) {
            lowered.tables().forEach(this::checkedColumns);
        }
        if (!dialect.limits().checksOnNumbered()) {
            lowered.tables().forEach(this::checksOnNumbered);
        }
        lowered.tables().forEach(t -> t.relations().forEach(r -> types(lowered, t, r)));
        if (!dialect.limits().severalNumbered()) {
            lowered.tables().forEach(this::numberedTwice);
        }
        if (!dialect.limits().relationsInAnyOrder()) {
            lowered.tables().forEach(t -> t.relations().forEach(r -> order(lowered, t, r)));
        }
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

    private void checkedColumns(Table table) {
        for (Relation relation : table.relations()) {
            boolean changes =
                    relation.onDelete() == Action.SET_NULL
                            || relation.onUpdate() == Action.SET_NULL
                            || relation.onUpdate() == Action.CASCADE;
            List<String> looking = looking(table);
            boolean checked =
                    table.columnNames(relation.columns()).stream()
                            .map(dialect.names()::quote)
                            .anyMatch(c -> looking.stream().anyMatch(text -> text.contains(c)));
            if (changes && checked) {
                report.error(
                        CheckCode.ACTION_ON_CHECKED,
                        ElementPath.relation(ElementPath.table(table.name()), relation),
                        "Relation \""
                                + relation.name()
                                + "\" of \""
                                + table.name()
                                + "\" changes a column that a check or a computed column looks at,"
                                + " which "
                                + dialect.title()
                                + " refuses.");
            }
        }
    }

    /** The expressions of checks and of columns that are computed when a row is written. */
    private static List<String> looking(Table table) {
        return Stream.concat(
                        table.checks().stream().map(Check::expression),
                        table.columns().stream()
                                .map(Column::generated)
                                .filter(g -> g != null && g.stored())
                                .map(Generated::expression))
                .map(Expression::text)
                .toList();
    }

    /** Found by the name in the text, as it is quoted there. */
    private void checksOnNumbered(Table table) {
        for (Column column : table.columns()) {
            String name = dialect.names().quote(column.name());
            table.checks().stream()
                    .filter(c -> column.identity() != null && c.expression().text().contains(name))
                    .forEach(
                            c ->
                                    report.error(
                                            CheckCode.CHECK_ON_NUMBERED,
                                            ElementPath.check(ElementPath.table(table.name()), c),
                                            "Check \""
                                                    + c.name()
                                                    + "\" of \""
                                                    + table.name()
                                                    + "\" looks at \""
                                                    + column.name()
                                                    + "\", which numbers itself; "
                                                    + dialect.title()
                                                    + " refuses that."));
        }
    }

    private void numberedTwice(Table table) {
        table.columns().stream()
                .filter(c -> c.identity() != null)
                .skip(1)
                .forEach(
                        c ->
                                report.error(
                                        CheckCode.IDENTITY_TWICE,
                                        ElementPath.column(ElementPath.table(table.name()), c),
                                        "Column \""
                                                + c.name()
                                                + "\" of \""
                                                + table.name()
                                                + "\" numbers itself, as another column does"
                                                + " already; "
                                                + dialect.title()
                                                + " allows one."));
    }

    private void order(Model lowered, Table table, Relation relation) {
        Table target = lowered.table(relation.target()).orElse(table);
        List<String> pointed = relation.targetColumns();
        boolean ordered =
                pointed.size() < 2
                        || target.keyColumns().equals(pointed)
                        || target.uniques().stream().anyMatch(u -> u.columns().equals(pointed));
        if (!ordered) {
            report.error(
                    CheckCode.RELATION_ORDER,
                    ElementPath.relation(ElementPath.table(table.name()), relation),
                    "Relation \""
                            + relation.name()
                            + "\" of \""
                            + table.name()
                            + "\" names the columns of a key in another order than the key, which "
                            + dialect.title()
                            + " refuses.");
        }
    }

    private void types(Model lowered, Table table, Relation relation) {
        Table target = lowered.table(relation.target()).orElse(table);
        target(table, relation, target);
        for (int i = 0; i < relation.columns().size(); i++) {
            ColumnType from = table.column(relation.columns().get(i)).orElseThrow().type();
            ColumnType to = target.column(relation.targetColumns().get(i)).orElseThrow().type();
            if (!dialect.limits().relates(from, to)) {
                report.error(
                        CheckCode.RELATION_UNFIT,
                        ElementPath.relation(ElementPath.table(table.name()), relation),
                        "Relation \""
                                + relation.name()
                                + "\" of \""
                                + table.name()
                                + "\" links "
                                + from.text()
                                + " to "
                                + to.text()
                                + ", which "
                                + dialect.title()
                                + " refuses.");
            }
        }
    }

    private void target(Table table, Relation relation, Table target) {
        Set<String> columns = Set.copyOf(relation.targetColumns());
        boolean optional =
                columns.stream()
                        .flatMap(c -> target.column(c).stream())
                        .anyMatch(c -> !c.required());
        boolean refused =
                target.uniques().stream()
                        .filter(u -> Set.copyOf(u.columns()).equals(columns))
                        .anyMatch(u -> !dialect.limits().relatesToOptional(u));
        if (optional && refused) {
            report.error(
                    CheckCode.TARGET_OPTIONAL,
                    ElementPath.relation(ElementPath.table(table.name()), relation),
                    "Relation \""
                            + relation.name()
                            + "\" of \""
                            + table.name()
                            + "\" leads to columns that may be empty, which "
                            + dialect.title()
                            + " refuses.");
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

    private void column(Table table, Column column, String path) {
        String title = "Column \"" + column.name() + "\" of \"" + table.name() + "\"";
        int digits = dialect.limits().decimalDigits();
        if (column.type() instanceof DecimalType decimal && decimal.precision() > digits) {
            report.error(
                    CheckCode.DECIMAL_LONG,
                    path,
                    title
                            + " has "
                            + decimal.precision()
                            + " digits; "
                            + dialect.title()
                            + " keeps "
                            + digits
                            + ".");
        }
        int scale = dialect.limits().decimalScale();
        if (column.type() instanceof DecimalType decimal && decimal.scale() > scale) {
            report.error(
                    CheckCode.DECIMAL_LONG,
                    path,
                    title
                            + " has "
                            + decimal.scale()
                            + " digits behind its point; "
                            + dialect.title()
                            + " keeps "
                            + scale
                            + ".");
        }
        if (column.identity() == Identity.ALWAYS && !dialect.can(Capability.IDENTITY_ALWAYS)) {
            report.warning(
                    CheckCode.IDENTITY_ALWAYS,
                    path,
                    title + " always numbers itself; " + dialect.title() + " takes given numbers.");
        }
        if (column.identity() != null && !canBeNumbered(table, column)) {
            report.error(
                    CheckCode.IDENTITY_UNKEYED,
                    path,
                    title
                            + " numbers itself; "
                            + dialect.title()
                            + switch (dialect.limits().numbered()) {
                                case ANY -> " takes that.";
                                case FIRST_OF_A_KEY -> " does so only where a key begins with it.";
                                case PRIMARY_KEY ->
                                        " does so only where it alone is the primary key.";
                            });
        }
        if (column.defaultValue() instanceof Default.NewUuid
                && !dialect.can(Capability.UUID_DEFAULT)) {
            report.warning(
                    CheckCode.UUID_DEFAULT,
                    path,
                    title
                            + " takes a new UUID; "
                            + dialect.title()
                            + " makes none, so only rows written through the API get one.");
        }
        if (column.defaultValue() instanceof Default.Value
                && !dialect.limits().defaults(column.type())) {
            report.error(
                    CheckCode.DEFAULT_REFUSED,
                    path,
                    title
                            + " has a default, which "
                            + dialect.title()
                            + " refuses for "
                            + column.type().text()
                            + ".");
        }
        boolean empty =
                column.defaultValue() instanceof Default.Value(String text) && text.isEmpty();
        if (empty && !dialect.limits().keepsEmptyTexts()) {
            report.warning(
                    CheckCode.EMPTY_TEXTS,
                    path,
                    title
                            + " begins as an empty text, which to "
                            + dialect.title()
                            + " is no value.");
        }
        int seconds = seconds(column.type());
        if (seconds > dialect.limits().secondDigitsKept()) {
            report.warning(
                    CheckCode.SECONDS_CUT,
                    path,
                    title
                            + " has "
                            + seconds
                            + " digits of a second; "
                            + dialect.title()
                            + " keeps "
                            + dialect.limits().secondDigitsKept()
                            + ".");
        }
        Generated generated = column.generated();
        if (generated != null) {
            generated(generated, title, path);
        }
    }

    private boolean canBeNumbered(Table table, Column column) {
        return switch (dialect.limits().numbered()) {
            case ANY -> true;
            case PRIMARY_KEY -> table.keyColumns().equals(List.of(column.id()));
            case FIRST_OF_A_KEY ->
                    Stream.of(
                                    Stream.of(table.keyColumns()),
                                    table.uniques().stream().map(UniqueKey::columns),
                                    table.indexes().stream()
                                            .filter(i -> i.where() == null)
                                            .map(
                                                    i ->
                                                            i.parts().stream()
                                                                    .map(p -> p.column())
                                                                    .toList()))
                            .flatMap(s -> s)
                            .anyMatch(c -> !c.isEmpty() && c.getFirst().equals(column.id()));
        };
    }

    private static int seconds(ColumnType type) {
        return switch (type) {
            case TimeType(int digits) -> digits;
            case TimestampType(int digits) -> digits;
            case ZonedTimestampType(int digits) -> digits;
            default -> 0;
        };
    }

    /** A default that the diff rules had to leave out. */
    private void defaults(Table table, Table kept) {
        for (Column column : table.columns()) {
            boolean lost =
                    column.defaultValue() != null
                            && !column.defaultValue().equals(new Default.Value(""))
                            && column.generated() == null
                            && kept.column(column.id())
                                    .filter(k -> k.defaultValue() == null)
                                    .isPresent();
            if (lost) {
                report.warning(
                        CheckCode.DEFAULT_UNSAID,
                        ElementPath.column(ElementPath.table(table.name()), column),
                        "Column \""
                                + column.name()
                                + "\" of \""
                                + table.name()
                                + "\" is filled by itself in the model; "
                                + dialect.title()
                                + " cannot do that.");
            }
        }
    }

    private void required(Table table, Table kept) {
        for (Column column : table.columns()) {
            boolean lost =
                    column.required()
                            && column.generated() != null
                            && kept.column(column.id()).filter(k -> !k.required()).isPresent();
            if (lost) {
                report.warning(
                        CheckCode.COMPUTED_OPTIONAL,
                        ElementPath.column(ElementPath.table(table.name()), column),
                        "Column \""
                                + column.name()
                                + "\" of \""
                                + table.name()
                                + "\" is computed and required; "
                                + dialect.title()
                                + " does not refuse a row for which it comes out empty.");
            }
        }
    }

    private void generated(Generated generated, String title, String path) {
        boolean stored = dialect.can(Capability.GENERATED_STORED);
        boolean virtual = dialect.can(Capability.GENERATED_VIRTUAL);
        if (!stored && !virtual) {
            report.error(
                    CheckCode.GENERATED_UNSAID,
                    path,
                    title + " is computed; " + dialect.title() + " has no such columns.");
        } else if (generated.stored() ? !stored : !virtual) {
            report.warning(
                    CheckCode.GENERATED_KIND,
                    path,
                    title
                            + " is meant to be computed on "
                            + (generated.stored() ? "writing; " : "reading; ")
                            + dialect.title()
                            + " does it on "
                            + (generated.stored() ? "reading." : "writing."));
        }
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
