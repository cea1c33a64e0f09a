package dev.plinth.bench.rows;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Asks as fast as answers come, over connections that stay open. Reads as little of an answer as it
 * must: a client that costs much would hide what the servers cost.
 *
 * @param port of the server on this machine
 * @param key sent as bearer
 * @param path of the n-th request, with its query
 */
record Load(int port, String key, IntFunction<String> path) {
    private static final int CONNECTIONS = 8;

    /** Answers per second. */
    double rate(Duration time) throws Exception {
        try (var clients = Executors.newFixedThreadPool(CONNECTIONS)) {
            long start = System.nanoTime();
            long end = start + time.toNanos();
            var counts = new ArrayList<Future<Integer>>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int first = i * 1_000_003;
                Callable<Integer> client = () -> ask(first, end);
                counts.add(clients.submit(client));
            }
            int answers = 0;
            for (var count : counts) {
                answers += count.get();
            }
            return answers * 1e9 / (System.nanoTime() - start);
        }
    }

    private int ask(int first, long end) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            OutputStream out = socket.getOutputStream();
            int answers = 0;
            while (System.nanoTime() < end) {
                out.write(request(first + answers).getBytes(StandardCharsets.US_ASCII));
                read(in);
                answers++;
            }
            return answers;
        }
    }

    private String request(int number) {
        return "GET "
                + path.apply(Math.floorMod(number * 7919, Rows.ORDERS))
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + key
                + "\r\n\r\n";
    }

    private void read(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(path.apply(1) + " was answered with " + status);
        }
        long length = -1;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Long.parseLong(header.substring(15).strip());
            }
        }
        if (length >= 0) {
            in.skipNBytes(length);
            return;
        }
        for (int chunk = chunk(in); chunk > 0; chunk = chunk(in)) {
            in.skipNBytes(chunk + 2);
        }
        line(in);
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server hung up.");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
