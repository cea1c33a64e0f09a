package dev.plinth.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that may hang up whenever it likes. */
final class Wire implements AutoCloseable {
    private final Socket socket;

    Wire(RunningServer server) {
        try {
            socket = new Socket("127.0.0.1", URI.create(server.url()).getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client for whom the network holds little of what it doesn't read. */
    static Wire narrow(RunningServer server) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress("127.0.0.1", URI.create(server.url()).getPort()));
            return new Wire(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Wire(Socket socket) {
        this.socket = socket;
    }

    /** Sends the beginning of a request, or all of it. */
    Wire send(String request) {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The server hung up first; what it said can still be read.
            return this;
        }
        return this;
    }

    Wire get(String path) {
        return send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    /** Reads up to so many bytes. */
    String read(int bytes) {
        try {
            return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
