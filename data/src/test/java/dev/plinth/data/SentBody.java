package dev.plinth.data;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/** A body that cannot be read any more when it was closed, as that of a web server. */
final class SentBody extends FilterInputStream {
    private boolean closed;

    SentBody(byte[] body) {
        super(new ByteArrayInputStream(body));
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        check();
        return super.read(into, from, length);
    }

    private void check() throws IOException {
        if (closed) {
            throw new IOException("Stream closed");
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
