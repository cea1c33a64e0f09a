package dev.plinth.schema.check;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;

import java.util.List;
import java.util.stream.Stream;

/** Whether the database can number columns by itself. */
final class NumberedFit {
    private final Table table;
    private final String path;
    private final Dialect dialect;
    private final Report report;

    NumberedFit(Table table, String path, Dialect dialect, Report report) {
        this.table = table;
        this.path = path;
        this.dialect = dialect;
        this.report = report;
    }

    void check() {
        table.columns().stream()
                .filter(c -> c.identity() != null)
                .forEach(c -> check(c, ElementPath.column(path, c)));
    }

    /**
     * @param kept the table as the database would have it
     */
    void check(Table kept) {
        if (!dialect.limits().looksAtNumbered()) {
            looksAtNumbered(kept);
        }
        if (!dialect.limits().severalNumbered()) {
            numberedTwice(kept);
        }
    }

    private void check(Column column, String place) {
        String title = "Column \"" + column.name() + "\" of \"" + table.name() + "\"";
        if (column.identity() == Identity.ALWAYS && !dialect.can(Capability.IDENTITY_ALWAYS)) {
            report.warning(
                    CheckCode.IDENTITY_ALWAYS,
                    place,
                    title + " always numbers itself; " + dialect.title() + " takes given numbers.");
        }
        if (!canBeNumbered(column)) {
            report.error(
                    CheckCode.IDENTITY_UNKEYED,
                    place,
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
    }

    private boolean canBeNumbered(Column column) {
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

    /** Found by the name in the text, as it is quoted there. */
    private void looksAtNumbered(Table kept) {
        for (Column column : kept.columns()) {
            if (column.identity() == null) {
                continue;
            }
            String name = dialect.names().quote(column.name());
            kept.checks().stream()
                    .filter(c -> c.expression().text().contains(name))
                    .forEach(
                            c ->
                                    report.error(
                                            CheckCode.CHECK_ON_NUMBERED,
                                            ElementPath.check(path, c),
                                            looks("Check", c.name(), "looks at", column)));
            for (Column computed : kept.columns()) {
                Generated how = computed.generated();
                if (how != null && how.expression().text().contains(name)) {
                    report.error(
                            CheckCode.COMPUTED_FROM_NUMBERED,
                            ElementPath.column(path, computed),
                            looks("Column", computed.name(), "is computed from", column));
                }
            }
        }
    }

    private String looks(String kind, String name, String how, Column numbered) {
        return kind
                + " \""
                + name
                + "\" of \""
                + table.name()
                + "\" "
                + how
                + " \""
                + numbered.name()
                + "\", which numbers itself; "
                + dialect.title()
                + " refuses that.";
    }

    private void numberedTwice(Table kept) {
        kept.columns().stream()
                .filter(c -> c.identity() != null)
                .skip(1)
                .forEach(
                        c ->
                                report.error(
                                        CheckCode.IDENTITY_TWICE,
                                        ElementPath.column(path, c),
                                        "Column \""
                                                + c.name()
                                                + "\" of \""
                                                + table.name()
                                                + "\" numbers itself, as another column does"
                                                + " already; "
                                                + dialect.title()
                                                + " allows one."));
    }
}
