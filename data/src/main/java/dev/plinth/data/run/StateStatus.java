package dev.plinth.data.run;

import java.util.Set;

/** The status of the answer that tells of an SQLSTATE. */
final class StateStatus {
    /** What is not the caller's fault. */
    private static final Set<String> SERVER =
            Set.of(
                    "09", "25", "2D", "38", "39", "3B", "40", "54", "55", "57", "58", "F0", "HV",
                    "P0", "XX");

    private StateStatus() {}

    static int of(String state) {
        return switch (state) {
            case "23503", "23505" -> 409;
            case "25006" -> 405;
            // A view that cannot be written, for one.
            case "55000" -> 400;
            case "42883", "42P01" -> 404;
            case "42501" -> 403;
            case "42P17", "53400" -> 500;
            case "57P01" -> 503;
            default -> ofClass(state.substring(0, Math.min(2, state.length())));
        };
    }

    private static int ofClass(String start) {
        return switch (start) {
            case "08", "53" -> 503;
            case "0L", "0P", "28" -> 403;
            default -> SERVER.contains(start) ? 500 : 400;
        };
    }
}
