package dev.plinth.app.rows;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

import java.io.IOException;

/**
 * Lets the data API send a content type letter by letter. Tomcat writes {@code json;charset=utf-8}
 * whatever it is given; clients of PostgREST know it with a space, and some compare it as text.
 */
final class ContentTypeAsWritten extends ValveBase {
    private static final String ATTRIBUTE = ContentTypeAsWritten.class.getName();

    ContentTypeAsWritten() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(ATTRIBUTE, response);
        getNext().invoke(request, response);
    }

    static void set(ServletRequest request, String contentType) {
        if (request.getAttribute(ATTRIBUTE) instanceof Response response) {
            response.getCoyoteResponse().setContentTypeNoCharset(contentType);
        }
    }
}
