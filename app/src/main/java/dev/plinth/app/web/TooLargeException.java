package dev.plinth.app.web;

import java.io.IOException;

/**
 * A body that is longer than the server takes; an {@link IOException}, so that readers let it pass.
 */
final class TooLargeException extends IOException {
    private final long limit;

    TooLargeException(long limit) {
        super("body longer than " + limit + " bytes");
        this.limit = limit;
    }

    RefusedException refused() {
        return Refusal.TOO_LARGE.because(
                "The body is larger than " + limit / (1024 * 1024) + " MB.",
                "Send it in smaller parts.");
    }
}
