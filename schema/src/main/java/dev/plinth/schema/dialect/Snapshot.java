package dev.plinth.schema.dialect;

/**
 * How a transaction is made to see one state of the database throughout, if possible without
 * keeping writers out.
 *
 * @param begin the first statement of the transaction
 * @param end a statement for after it, which undoes what {@code begin} did to the connection; empty
 *     when there is nothing to undo
 * @param unused a statement that undoes it when the transaction had no other; empty when there is
 *     nothing to undo
 */
public record Snapshot(String begin, String end, String unused) {
    public Snapshot(String begin, String end) {
        this(begin, end, "");
    }
}
