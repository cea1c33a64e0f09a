package dev.plinth.schema.check;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

/** Whether the database can hold columns, and fills them as it is meant. */
final class ColumnFit {
    private final Table table;
    private final String path;
    private final Dialect dialect;
    private final Report report;

    ColumnFit(Table table, String path, Dialect dialect, Report report) {
        this.table = table;
        this.path = path;
        this.dialect = dialect;
        this.report = report;
    }

    void check() {
        table.columns().forEach(c -> check(c, ElementPath.column(path, c)));
    }

    /**
     * @param kept the table as the database would have it
     */
    void check(Table kept) {
        defaults(kept);
        required(kept);
    }

    private void check(Column column, String path) {
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

    private static int seconds(ColumnType type) {
        return switch (type) {
            case TimeType(int digits) -> digits;
            case TimestampType(int digits) -> digits;
            case ZonedTimestampType(int digits) -> digits;
            default -> 0;
        };
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

    /** A default that the diff rules had to leave out. */
    private void defaults(Table kept) {
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
                        ElementPath.column(path, column),
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

    private void required(Table kept) {
        for (Column column : table.columns()) {
            boolean lost =
                    column.required()
                            && column.generated() != null
                            && kept.column(column.id()).filter(k -> !k.required()).isPresent();
            if (lost) {
                report.warning(
                        CheckCode.COMPUTED_OPTIONAL,
                        ElementPath.column(path, column),
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
}
