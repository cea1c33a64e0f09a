package dev.plinth.data;

/** How long the steps of a request took, for the {@code Server-Timing} header. */
final class Timing {
    private final StringBuilder steps = new StringBuilder(80);
    private long from = System.nanoTime();

    /** Ends a step and begins the next. */
    void step(String name) {
        long now = System.nanoTime();
        if (!steps.isEmpty()) {
            steps.append(", ");
        }
        long micros = (now - from) / 1000;
        steps.append(name).append(";dur=").append(micros / 1000).append('.');
        String rest = Long.toString(micros % 1000);
        steps.append("000", 0, 3 - rest.length()).append(rest);
        from = now;
    }

    @Override
    public String toString() {
        return steps.toString();
    }
}
