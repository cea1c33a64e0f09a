package dev.plinth.app.cli;

import dev.plinth.schema.problem.Problem;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where a command writes: results on standard output; progress, warnings and errors on standard
 * error, so that a result can be sent to a file.
 */
public final class Output {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final PrintStream err;
    private final Supplier<Terminal> terminal;
    private final Map<String, String> environment;
    private boolean progressShown;

    /**
     * @param terminal asked for when first needed, since looking for one takes time
     */
    public Output(
            PrintStream out,
            PrintStream err,
            Supplier<Terminal> terminal,
            Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.environment = environment;
    }

    /** The streams of this process, in UTF-8 whatever the machine's language. */
    public static Output ofProcess() {
        return new Output(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Terminal::ofProcess,
                System.getenv());
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        OutputStream buffered = new BufferedOutputStream(new FileOutputStream(descriptor));
        return new PrintStream(buffered, false, StandardCharsets.UTF_8);
    }

    /** A variable of the environment; empty when it is not set. */
    String environment(String name) {
        return environment.getOrDefault(name, "");
    }

    Terminal terminal() {
        return terminal.get();
    }

    PrintStream out() {
        return out;
    }

    /** A part of the result. */
    void print(String text) {
        endProgress();
        out.print(text);
    }

    void line(String text) {
        print(text + System.lineSeparator());
    }

    /** What is being done: one line that changes on a terminal, plain lines otherwise. */
    void progress(String text) {
        if (terminal().isThere()) {
            err.print(CLEAR_LINE + text + " …");
            err.flush();
            progressShown = true;
        } else {
            err().println(text);
            err.flush();
        }
    }

    private void endProgress() {
        if (progressShown) {
            err.print(CLEAR_LINE);
            err.flush();
            progressShown = false;
        }
    }

    /** Something to know that is no problem. */
    void note(String text) {
        err().println(text);
        err.flush();
    }

    void problems(List<Problem> problems) {
        PrintStream err = err();
        for (Problem problem : problems) {
            String place = problem.path().isEmpty() ? "" : " " + problem.path();
            err.println(
                    (problem.isError() ? "error " : "warning ")
                            + problem.code()
                            + place
                            + ": "
                            + problem.message());
            if (!problem.hint().isEmpty()) {
                err.println("  hint: " + problem.hint());
            }
        }
        err.flush();
    }

    /** Standard error, after what was printed before: the two often end in the same window. */
    PrintStream err() {
        endProgress();
        out.flush();
        return err;
    }

    /** Ends the progress line and writes out what is held back. */
    void finish() {
        endProgress();
        out.flush();
        err.flush();
    }
}
