package dev.plinth.data.answer;

import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.request.Representation;
import dev.plinth.data.run.Row;
import dev.plinth.data.sql.RowShape;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;

/** Writes rows in one form. */
public interface RowWriter {
    /** The one that writes a form. */
    static RowWriter of(Representation form, OutputStream out, ZoneId zone) {
        return switch (form.form()) {
            case JSON -> new JsonRows(out, false, form.nullsStripped(), zone);
            case SINGULAR -> new JsonRows(out, true, form.nullsStripped(), zone);
            case JSON_LINES -> new JsonLines(out, zone);
            case CSV -> new CsvRows(out, zone);
            case WORKBOOK -> new WorkbookRows(out, zone);
            case RAW -> new RawRows(out);
            case OPENAPI, OPENAPI_3, TYPESCRIPT ->
                    throw new Refusal(Reason.MEDIA_TYPE, "Rows are no description");
        };
    }

    /** Writes one more row. */
    void row(RowShape shape, Row row) throws IOException;

    /**
     * Writes what is left; afterwards nothing more can be written.
     *
     * @param shape of the rows, should there have been none
     */
    void end(RowShape shape) throws IOException;
}
