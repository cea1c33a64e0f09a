package dev.plinth.app.cli;

import sun.misc.Signal;
import sun.misc.SignalHandler;

import java.util.ArrayList;
import java.util.List;

/**
 * Ctrl-C, or being told to end, cancels what a command does in place of the process, which then
 * says what state the database is in. Done twice, it ends the process as ever. A hook at the end of
 * the process would be too late: H2 closes its databases in one.
 */
@SuppressWarnings("SunApi") // nothing else is told of a signal before the process begins to end
final class CtrlC implements AutoCloseable {
    private static final List<String> SIGNALS = List.of("INT", "TERM");

    private final Runnable cancellation;
    private final Output output;
    private final List<Before> before = new ArrayList<>();

    private record Before(Signal signal, SignalHandler handler) {}

    private CtrlC(Runnable cancellation, Output output) {
        this.cancellation = cancellation;
        this.output = output;
    }

    static CtrlC cancels(Runnable cancellation, Output output) {
        CtrlC watching = new CtrlC(cancellation, output);
        for (String name : SIGNALS) {
            try {
                Signal signal = new Signal(name);
                watching.before.add(
                        new Before(signal, Signal.handle(signal, s -> watching.cancel())));
            } catch (IllegalArgumentException e) {
                // The JVM was started without signals (-Xrs), or the system has none of that name.
                continue;
            }
        }
        return watching;
    }

    private void cancel() {
        output.note("Cancelling; what runs is stopped. Once more to end at once.");
        close();
        cancellation.run();
    }

    @Override
    public void close() {
        before.forEach(b -> Signal.handle(b.signal(), b.handler()));
    }
}
