package dev.plinth.app.rows;

import dev.plinth.app.rows.ServedProjects.Served;
import dev.plinth.data.DataRequest;
import dev.plinth.data.access.Caller;
import dev.plinth.data.answer.ChangeStream;
import dev.plinth.data.answer.DataAnswer;
import dev.plinth.data.run.Cancellation;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers {@code /p/{project}/rest/v1/…}. A servlet of its own, away from the security filters and
 * the dispatcher of the builder API, since each costs a good part of a small request.
 */
final class DataServlet extends HttpServlet {
    private static final String REST = "/rest/v1";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String FOR_OTHER_PAGES =
            "Content-Location, Content-Range, ETag, Idempotency-Replayed, Location, Next-Cursor,"
                    + " Preference-Applied, Range-Unit, Retry-After, Server-Timing";
    private static final long serialVersionUID = 1;
    private final transient ServedProjects served;
    private final transient DataCallers callers;
    private final transient LiveStreams live;

    DataServlet(ServedProjects served, DataCallers callers, LiveStreams live) {
        this.served = served;
        this.callers = callers;
        this.live = live;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String address = request.getRequestURI().substring(request.getServletPath().length());
        int end = address.indexOf('/', 1);
        String name = end < 0 ? "" : decoded(address.substring(1, end));
        String rest = end < 0 ? "" : address.substring(end);
        if (!rest.equals(REST) && !rest.startsWith(REST + "/")) {
            refuse(
                    response,
                    404,
                    "PGRST125",
                    "There is nothing at this address.",
                    "Rows are at /p/{project}/rest/v1/{table}.");
            return;
        }
        if (isPreflight(request)) {
            allowOtherPages(request, response);
            return;
        }
        Optional<Served> project = served.named(name);
        if (project.isEmpty()) {
            refuse(
                    response,
                    404,
                    "B008",
                    "There is no project \"" + name + "\" whose rows could be had.",
                    "Check the name; a project has rows once it is deployed.");
            return;
        }
        try {
            boolean writes = !READING.contains(request.getMethod());
            Caller caller = callers.caller(request, project.get().project(), writes);
            answer(
                    project.get(),
                    caller,
                    request,
                    response,
                    decoded(rest.substring(REST.length())));
            if (writes) {
                live.written(name);
            }
        } catch (DataCallers.UnknownKey e) {
            response.setHeader("WWW-Authenticate", "Bearer");
            refuse(
                    response,
                    401,
                    "PGRST301",
                    "The key is not known here, or has run out.",
                    "Send a key of this project as apikey or as Bearer.");
        }
    }

    /** A browser asks before it lets somebody else's page send a key; it sends none with this. */
    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    private static void allowOtherPages(HttpServletRequest request, HttpServletResponse response) {
        String headers = request.getHeader("Access-Control-Request-Headers");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader(
                "Access-Control-Allow-Methods", "GET, POST, PATCH, PUT, DELETE, OPTIONS, HEAD");
        response.setHeader("Access-Control-Allow-Headers", headers == null ? "*" : headers);
        response.setHeader("Access-Control-Max-Age", "86400");
    }

    private void answer(
            Served project,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            String path)
            throws IOException {
        if (request.getHeader("Origin") != null) {
            response.setHeader("Access-Control-Expose-Headers", FOR_OTHER_PAGES);
        }
        String query = request.getQueryString();
        DataRequest data =
                new DataRequest(
                        request.getMethod(),
                        path,
                        query == null ? "" : query,
                        headers(request),
                        request.getInputStream(),
                        new Cancellation());
        project.api()
                .handle(
                        data,
                        caller,
                        new Answer(
                                request,
                                response,
                                changes ->
                                        live.open(
                                                project, caller, changes, data, request,
                                                response)));
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), Collections.list(request.getHeaders(name)));
        }
        return headers;
    }

    /** A path decodes like a query, but for the plus sign, which stays. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /**
     * Only fixed texts and a project's name come here; the name is of letters or refused before.
     */
    private static void refuse(
            HttpServletResponse response, int status, String code, String message, String hint)
            throws IOException {
        byte[] body =
                ("{\"code\":"
                                + quoted(code)
                                + ",\"message\":"
                                + quoted(message)
                                + ",\"details\":null,\"hint\":"
                                + quoted(hint)
                                + "}")
                        .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json; charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String quoted(String text) {
        return '"'
                + new String(
                        tools.jackson.core.io.JsonStringEncoder.getInstance()
                                .quoteAsCharArray(text))
                + '"';
    }

    /** What goes on when the request is over. */
    @FunctionalInterface
    private interface Following {
        void follow(ChangeStream changes) throws IOException;
    }

    /** The servlet's response as the data API writes to it. */
    private record Answer(
            HttpServletRequest request, HttpServletResponse response, Following following)
            implements DataAnswer {
        @Override
        public void follow(ChangeStream changes) throws IOException {
            following.follow(changes);
        }

        @Override
        public void status(int status) {
            response.setStatus(status);
        }

        @Override
        public void header(String name, String value) {
            if (name.equalsIgnoreCase("Content-Type")) {
                ContentTypeAsWritten.set(request, value);
            } else {
                response.addHeader(name, value);
            }
        }

        @Override
        public OutputStream body() throws IOException {
            return response.getOutputStream();
        }
    }
}
