package dev.plinth.app.rows;

import dev.plinth.app.connection.Places;
import dev.plinth.data.DataSettings;
import dev.plinth.data.access.Caller;
import dev.plinth.data.answer.ChangeStream;
import dev.plinth.data.answer.DataAnswer;
import dev.plinth.data.run.Cancellation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A request for rows on its way: its answer, as the data API writes it, and what became of it. */
final class UnderWay implements DataAnswer, Places.Guest {
    private static final long LONG = TimeUnit.SECONDS.toNanos(1);

    private static final int LONGEST_TEXT = 2000;
    private final HttpServletResponse response;
    private final TomcatResponse tomcat;
    private final String caller;
    private final DataSettings settings;
    private final boolean readsWhileItRuns;
    private final Cancellation cancellation = new Cancellation();
    private final long begun = System.nanoTime();
    private int status;
    private String steps = "";
    private Following following = DataAnswer.super::follow;
    private long rows;
    private volatile long bytes;
    private long progress;
    private long progressAt = begun;

    /**
     * @param readsWhileItRuns whether its body is read while statements run
     */
    UnderWay(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            DataSettings settings,
            boolean readsWhileItRuns) {
        this.response = response;
        this.tomcat = TomcatResponse.of(request);
        this.caller = callerOf(request, caller);
        this.settings = settings;
        this.readsWhileItRuns = readsWhileItRuns;
    }

    /** By whom shares are counted: the key or the person, without either the address. */
    static String callerOf(HttpServletRequest request, Caller caller) {
        return caller.anonymous() ? request.getRemoteAddr() : caller.id();
    }

    Cancellation cancellation() {
        return cancellation;
    }

    @Override
    public String caller() {
        return caller;
    }

    long nanos() {
        return System.nanoTime() - begun;
    }

    int status() {
        return status;
    }

    String steps() {
        return steps;
    }

    /** What was run, each text once and cut to a length that can be read. */
    List<String> sql() {
        return cancellation.texts().stream()
                .map(t -> t.length() > LONGEST_TEXT ? t.substring(0, LONGEST_TEXT) + "…" : t)
                .distinct()
                .toList();
    }

    long rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }

    /** What goes on when the request is over. */
    @FunctionalInterface
    interface Following {
        void follow(ChangeStream changes) throws IOException;
    }

    void follows(Following newFollowing) {
        following = newFollowing;
    }

    @Override
    public void follow(ChangeStream changes) throws IOException {
        following.follow(changes);
    }

    @Override
    public void status(int newStatus) {
        status = newStatus;
        response.setStatus(newStatus);
    }

    @Override
    public void header(String name, String value) {
        switch (name) {
            case "Content-Type" -> tomcat.setContentType(value);
            case "Content-Length" -> response.setContentLengthLong(Long.parseLong(value));
            case "Server-Timing" -> {
                steps = value;
                tomcat.addHeader(name, value);
            }
            default -> tomcat.addHeader(name, value);
        }
    }

    @Override
    public void rows(long number) {
        rows = number;
    }

    @Override
    public OutputStream body() throws IOException {
        return new Counted(response.getOutputStream());
    }

    /** Stops what nobody waits for any more, and what will never end. */
    @Override
    public void look(long now) {
        if (now - begun < LONG) {
            return;
        }
        if (!readsWhileItRuns && cancellation.whileRunning(tomcat::isClientGone)) {
            // In a thread of its own, as some drivers open a connection for it.
            Thread.ofVirtual().start(cancellation::cancel);
        }
        long made = bytes + cancellation.statements();
        if (made != progress) {
            progress = made;
            progressAt = now;
        } else if (isOver(now, settings.cutSeconds())) {
            Thread.ofVirtual().start(cancellation::abort);
        } else if (isOver(now, settings.stopSeconds())) {
            Thread.ofVirtual().start(cancellation::cancelStatement);
        }
    }

    private boolean isOver(long now, int seconds) {
        return seconds > 0 && now - progressAt > TimeUnit.SECONDS.toNanos(seconds);
    }

    private final class Counted extends FilterOutputStream {
        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count(1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            count(length);
        }

        private void count(int length) {
            bytes += length;
        }
    }
}
