package dev.plinth.app.rows;

import dev.plinth.app.web.WatchedHttp;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What the data API needs of Tomcat's own request and response, which servlets do not show. */
final class TomcatResponse {
    private static final String ATTRIBUTE = TomcatResponse.class.getName();
    private final Response response;

    private TomcatResponse(Response response) {
        this.response = response;
    }

    /** Has each request know the response that belongs to it. */
    static final class Valve extends ValveBase {
        Valve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response)
                throws IOException, ServletException {
            request.setAttribute(ATTRIBUTE, new TomcatResponse(response));
            getNext().invoke(request, response);
        }
    }

    static TomcatResponse of(ServletRequest request) {
        return (TomcatResponse)
                Objects.requireNonNull(request.getAttribute(ATTRIBUTE), "the valve is not there");
    }

    /**
     * Sets the content type letter by letter: Tomcat writes {@code json;charset=utf-8} whatever it
     * is given; clients of PostgREST know it with a space, and some compare it as text.
     */
    void setContentType(String contentType) {
        response.getCoyoteResponse().setContentTypeNoCharset(contentType);
    }

    /**
     * Adds a header as bytes. For one of text Tomcat makes two encoders, which together are a tenth
     * of what a small answer costs.
     */
    void addHeader(String name, String value) {
        byte[] bytes = printable(name);
        byte[] text = printable(value);
        response.getCoyoteResponse()
                .getMimeHeaders()
                .addValue(bytes, 0, bytes.length)
                .setBytes(text, 0, text.length);
    }

    /** Tomcat sees to it with texts only that nothing within one ends the line. */
    private static byte[] printable(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t' || bytes[i] == 127) {
                bytes[i] = ' ';
            }
        }
        return bytes;
    }

    /** The headers of the request, by name in small letters. */
    Map<String, List<String>> headers() {
        MimeHeaders all = response.getRequest().getCoyoteRequest().getMimeHeaders();
        Map<String, List<String>> headers = HashMap.newHashMap(all.size());
        for (int i = 0; i < all.size(); i++) {
            headers.computeIfAbsent(
                            all.getName(i).toString().toLowerCase(Locale.ROOT),
                            name -> new ArrayList<>(1))
                    .add(all.getValue(i).toString());
        }
        return headers;
    }

    /** Sets how long the client may leave what is written untaken. */
    void waitToWrite(Duration patience) {
        WatchedHttp.waitToWrite(response.getRequest(), patience);
    }

    boolean isClientGone() {
        return WatchedHttp.isClientGone(response.getRequest());
    }
}
