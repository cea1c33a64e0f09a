package dev.plinth.schema.check;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Limits;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

/** Whether a table has no more, and nothing longer, than the database can hold. */
final class TableFit {
    private final Table table;
    private final String path;
    private final Dialect dialect;
    private final Limits limits;
    private final Report report;

    TableFit(Table table, String path, Dialect dialect, Report report) {
        this.table = table;
        this.path = path;
        this.dialect = dialect;
        this.limits = dialect.limits();
        this.report = report;
    }

    void check() {
        if (table.columns().size() > limits.columns()) {
            report.error(
                    CheckCode.COLUMNS_MANY,
                    path,
                    "Table \""
                            + table.name()
                            + "\" has "
                            + table.columns().size()
                            + " columns; "
                            + dialect.title()
                            + " allows "
                            + limits.columns()
                            + ".");
        }
        row();
        table.columns().forEach(this::column);
    }

    private void row() {
        long optional = table.columns().stream().filter(c -> !c.required()).count();
        long bytes =
                table.columns().stream().mapToLong(c -> limits.bytesInRow(c.type())).sum()
                        + (optional + 7) / 8;
        if (bytes > limits.rowBytes()) {
            report.error(
                    CheckCode.ROW_LONG,
                    path,
                    "A row of \""
                            + table.name()
                            + "\" may need "
                            + bytes
                            + " bytes; "
                            + dialect.title()
                            + " allows "
                            + limits.rowBytes()
                            + ".");
        }
    }

    private void column(Column column) {
        String place = ElementPath.column(path, column);
        String title = "Column \"" + column.name() + "\" of \"" + table.name() + "\"";
        int digits = digits(column.type());
        if (digits > limits.secondDigits()) {
            report.error(
                    CheckCode.SECOND_DIGITS,
                    place,
                    title
                            + " has "
                            + digits
                            + " digits of a second; "
                            + dialect.title()
                            + " keeps "
                            + limits.secondDigits()
                            + ".");
        }
        if (column.type() instanceof TextType text && text.length() > limits.textLength()) {
            report.warning(
                    CheckCode.TEXT_LONG,
                    place,
                    title
                            + " has up to "
                            + text.length()
                            + " characters; "
                            + dialect.title()
                            + " keeps limits up to "
                            + limits.textLength()
                            + " only.");
        }
    }

    private static int digits(ColumnType type) {
        return switch (type) {
            case TimeType time -> time.digits();
            case TimestampType timestamp -> timestamp.digits();
            case ZonedTimestampType timestamp -> timestamp.digits();
            default -> 0;
        };
    }
}
