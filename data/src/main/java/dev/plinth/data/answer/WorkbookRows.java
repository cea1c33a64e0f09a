package dev.plinth.data.answer;

import dev.plinth.data.answer.Workbook.Style;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.run.Row;
import dev.plinth.data.sql.RowShape;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Rows as a workbook, with names in the first row of each sheet. A value is a number, a date or a
 * truth of the spreadsheet where that keeps all of it, and a text where it would be rounded:
 * numbers of more than 15 digits, days before March 1900, times finer than milliseconds, and
 * moments, since spreadsheets know no zones.
 */
public final class WorkbookRows implements RowWriter, Cells.Taker {
    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_SIGNS = 32_767;
    private static final int EXACT_DIGITS = 15;
    private static final long EXACT = 999_999_999_999_999L;
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

    /** Spreadsheets think that there was a 29th of February 1900. */
    private static final LocalDate FIRST = LocalDate.of(1900, 3, 1);

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final double NANOS_OF_DAY = 86_400e9;

    private final OutputStream target;
    private final ValueText texts;
    private final Cells cells;
    private final int mostRows;
    private @Nullable Workbook workbook;

    public WorkbookRows(OutputStream target, ZoneId zone) {
        this(target, zone, MOST_ROWS);
    }

    /**
     * @param mostRows of a sheet; more go on in the next one
     */
    WorkbookRows(OutputStream target, ZoneId zone, int mostRows) {
        this.target = target;
        this.texts = new ValueText(zone);
        this.cells = new Cells(zone);
        this.mostRows = mostRows;
    }

    @Override
    public void row(RowShape shape, Row row) throws IOException {
        Workbook book = opened(shape);
        if (book.rows() == mostRows) {
            sheet(book, shape);
        }
        book.startRow();
        cells.give(shape, row, this);
    }

    private Workbook opened(RowShape shape) throws IOException {
        Workbook book = workbook;
        if (book == null) {
            book = new Workbook(target);
            workbook = book;
            sheet(book, shape);
        }
        return book;
    }

    private static void sheet(Workbook book, RowShape shape) throws IOException {
        book.sheet();
        book.startRow();
        for (String name : Cells.names(shape)) {
            book.text(name, Style.HEADING);
        }
    }

    private Workbook open() {
        return java.util.Objects.requireNonNull(workbook, "a row has begun");
    }

    @Override
    public void value(ColumnType type, Object value) throws IOException {
        switch (value) {
            case Boolean truth -> open().truth(truth);
            case Long number when Math.abs(number) <= EXACT ->
                    open().number(number.toString(), Style.PLAIN);
            case BigDecimal number when number.stripTrailingZeros().precision() <= EXACT_DIGITS ->
                    open().number(number.toPlainString(), Style.PLAIN);
            case Double number when Double.isFinite(number) ->
                    open().number(number.toString(), Style.PLAIN);
            case LocalDate day when isKnown(day) -> open().number("" + days(day), Style.DATE);
            case LocalTime time when isExact(time) ->
                    open().number("" + time.toNanoOfDay() / NANOS_OF_DAY, Style.TIME);
            case LocalDateTime moment
                    when isKnown(moment.toLocalDate()) && isExact(moment.toLocalTime()) ->
                    open().number(
                                    ""
                                            + (days(moment.toLocalDate())
                                                    + moment.toLocalTime().toNanoOfDay()
                                                            / NANOS_OF_DAY),
                                    moment.getNano() == 0 ? Style.MOMENT : Style.EXACT_MOMENT);
            default -> text(texts.of(type, value));
        }
    }

    private static boolean isKnown(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    private static boolean isExact(LocalTime time) {
        return time.getNano() % 1_000_000 == 0;
    }

    private static long days(LocalDate day) {
        return ChronoUnit.DAYS.between(ZERO, day);
    }

    @Override
    public void text(@Nullable String text) throws IOException {
        if (text == null) {
            open().empty();
        } else if (text.length() > MOST_SIGNS) {
            throw new Refusal(
                    Reason.NOT_POSSIBLE,
                    "A cell of a workbook holds 32,767 characters, and a value is longer",
                    null,
                    "Ask for CSV, or select other columns.");
        } else {
            open().text(text, Style.PLAIN);
        }
    }

    @Override
    public void end(RowShape shape) throws IOException {
        opened(shape).end();
    }
}
