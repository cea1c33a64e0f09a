package dev.plinth.app.web;

import org.apache.catalina.connector.Request;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.SocketWrapperBase;

import java.io.IOException;
import java.time.Duration;

/**
 * HTTP as Tomcat speaks it, which also tells whether the client of a request is still there. Tomcat
 * itself notices only when it reads or writes, and while a database works it does neither.
 */
public final class WatchedHttp extends Http11NioProtocol {
    /** One of Tomcat's 32 notes on a request that it does not use itself. */
    private static final int NOTE = 20;

    @Override
    protected Processor createProcessor() {
        return new WatchedProcessor(this, getAdapter());
    }

    /**
     * Whether the client of a request has hung up, or shut its side of the connection. May be asked
     * by another thread, but not while the request's own reads.
     */
    public static boolean isClientGone(Request request) {
        return request.getCoyoteRequest().getNote(NOTE) instanceof WatchedProcessor processor
                && processor.isClientGone();
    }

    /** Sets how long the client of a request may leave what is written untaken. */
    public static void waitToWrite(Request request, Duration patience) {
        if (request.getCoyoteRequest().getNote(NOTE) instanceof WatchedProcessor processor) {
            processor.waitToWrite(patience);
        }
    }

    private static final class WatchedProcessor extends Http11Processor {
        WatchedProcessor(WatchedHttp protocol, Adapter adapter) {
            super(protocol, adapter);
            request.setNote(NOTE, this);
        }

        void waitToWrite(Duration patience) {
            SocketWrapperBase<?> socket = getSocketWrapper();
            if (socket != null) {
                socket.setWriteTimeout(patience.toMillis());
            }
        }

        /** What may have come already, as the next request, stays in the buffer of the socket. */
        boolean isClientGone() {
            SocketWrapperBase<?> socket = getSocketWrapper();
            try {
                return socket == null || !socket.isReadyForRead() && socket.isClosed();
            } catch (IOException e) {
                return true;
            }
        }
    }
}
