package dev.plinth.data.answer;

import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/**
 * Which of the rows are in the answer.
 *
 * @param text of the {@code Content-Range} header; empty when it cannot be told
 * @param isPartial whether there are others, as far as that is known
 */
public record ContentRange(String text, boolean isPartial) {

    /** The range of an answer whose rows were counted. */
    public static ContentRange of(long offset, long rows, @Nullable Long total) {
        String from = rows == 0 ? "*" : offset + "-" + (offset + rows - 1);
        return new ContentRange(
                from + "/" + (total == null ? "*" : total), total != null && rows < total);
    }

    /** The range of a page that begins after a cursor: nobody counted the rows before it. */
    public static ContentRange somewhere(long rows, @Nullable Long total) {
        return new ContentRange(
                "*/" + (total == null ? "*" : total), total != null && rows < total);
    }

    /** The range of an answer that is still being read. */
    public static ContentRange expected(long offset, @Nullable Long limit, @Nullable Long total) {
        if (total == null) {
            return new ContentRange("", false);
        }
        long rest = Math.max(0, total - offset);
        return of(offset, limit == null ? rest : Math.min(limit, rest), total);
    }

    /**
     * Refuses a page that begins after the last row.
     *
     * @param withRange takes the range that the refusal is to say
     * @throws Refusal if it does
     */
    public static void check(Consumer<String> withRange, long offset, @Nullable Long total) {
        if (total != null && offset > total) {
            withRange.accept("*/" + total);
            throw new Refusal(
                    Reason.RANGE,
                    "Requested range not satisfiable",
                    "An offset of "
                            + offset
                            + " was requested, but there are only "
                            + total
                            + " rows.",
                    null);
        }
    }
}
