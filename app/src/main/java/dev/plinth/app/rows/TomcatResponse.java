package dev.plinth.app.rows;

import dev.plinth.app.web.WatchedHttp;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

import java.io.IOException;

/**
 * What the data API needs of Tomcat's own response. A content type letter by letter: Tomcat writes
 * {@code json;charset=utf-8} whatever it is given; clients of PostgREST know it with a space, and
 * some compare it as text. And whether anybody waits for it.
 */
final class TomcatResponse extends ValveBase {
    private static final String ATTRIBUTE = TomcatResponse.class.getName();

    TomcatResponse() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(ATTRIBUTE, response);
        getNext().invoke(request, response);
    }

    static void setContentType(ServletRequest request, String contentType) {
        if (request.getAttribute(ATTRIBUTE) instanceof Response response) {
            response.getCoyoteResponse().setContentTypeNoCharset(contentType);
        }
    }

    static boolean isClientGone(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Response response
                && WatchedHttp.isClientGone(response.getRequest());
    }
}
