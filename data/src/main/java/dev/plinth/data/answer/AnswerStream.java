package dev.plinth.data.answer;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The body of an answer. It is held back until it is complete or grows large, so that headers can
 * still tell how many rows there are, and a late refusal is still one. A large one is streamed.
 */
public final class AnswerStream extends OutputStream {
    private static final int MOST_HELD = 512 * 1024;
    private final int mostHeld;
    private final DataAnswer answer;
    private final Runnable beforeBody;
    private final boolean discarding;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(1024);
    private @Nullable OutputStream body;
    private long discarded;

    /**
     * @param beforeBody sets status and headers; called before the first byte goes out
     * @param discarding whether the body is only measured: the answer to HEAD
     */
    public AnswerStream(DataAnswer answer, Runnable beforeBody, boolean discarding) {
        this(answer, beforeBody, discarding, MOST_HELD);
    }

    private AnswerStream(DataAnswer answer, Runnable beforeBody, boolean discarding, int mostHeld) {
        this.mostHeld = mostHeld;
        this.answer = answer;
        this.beforeBody = beforeBody;
        this.discarding = discarding;
    }

    /** A body that does not go out before it is complete: the answer to a write. */
    public static AnswerStream holdingAll(DataAnswer answer) {
        return holdingAll(answer, false);
    }

    /** As {@link #holdingAll(DataAnswer)}, for HEAD too. */
    public static AnswerStream holdingAll(DataAnswer answer, boolean discarding) {
        return new AnswerStream(answer, () -> {}, discarding, Integer.MAX_VALUE);
    }

    /** Whether something went out already, so that status and headers are settled. */
    public boolean isSettled() {
        return body != null;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (discarding) {
            discarded += length;
        } else if (body != null) {
            body.write(bytes, from, length);
        } else {
            held.write(bytes, from, length);
            if (held.size() > mostHeld) {
                beforeBody.run();
                OutputStream opened = answer.body();
                held.writeTo(opened);
                held.reset();
                body = opened;
            }
        }
    }

    /** How many bytes are held back, when nothing went out yet. */
    public long length() {
        return discarding ? discarded : held.size();
    }

    /** Sends what is held back; status and headers must be set when nothing went out yet. */
    public void finish() throws IOException {
        if (body != null) {
            body.flush();
        } else if (held.size() > 0) {
            held.writeTo(answer.body());
        }
    }
}
