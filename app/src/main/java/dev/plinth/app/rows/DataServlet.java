package dev.plinth.app.rows;

import dev.plinth.app.connection.Places;
import dev.plinth.app.operations.SlowRequests;
import dev.plinth.app.rows.ServedProjects.Served;
import dev.plinth.app.web.RefusedException;
import dev.plinth.app.web.SecurityHeaders;
import dev.plinth.data.DataRequest;
import dev.plinth.data.access.Caller;
import dev.plinth.data.request.Reason;
import dev.plinth.schema.problem.PlinthException;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import tools.jackson.core.JacksonException;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Answers {@code /p/{project}/rest/v1/…}. A servlet of its own, away from the security filters and
 * the dispatcher of the builder API, since each costs a good part of a small request.
 */
final class DataServlet extends HttpServlet {
    private static final Logger LOG = LoggerFactory.getLogger(DataServlet.class);
    private static final String REST = "/rest/v1";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String FOR_OTHER_PAGES =
            "Content-Location, Content-Range, ETag, Idempotency-Replayed, Location, Next-Cursor,"
                    + " Preference-Applied, Range-Unit, Retry-After, Server-Timing";
    private static final long serialVersionUID = 1;
    private final transient ServedProjects served;
    private final transient DataCallers callers;
    private final transient SlowRequests slow;
    private final transient LiveStreams live;

    DataServlet(ServedProjects served, DataCallers callers, SlowRequests slow, LiveStreams live) {
        this.served = served;
        this.callers = callers;
        this.slow = slow;
        this.live = live;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SecurityHeaders.ofRows(request, TomcatResponse.of(request)::addHeader);
        if (request.getHeader("Origin") != null && !isPreflight(request)) {
            response.setHeader("Access-Control-Expose-Headers", FOR_OTHER_PAGES);
        }
        try {
            serve(request, response);
        } catch (PlinthException
                | RefusedException
                | DataAccessException
                | TransactionException e) {
            // Neither comes out of the data API: the project was not found out about.
            LOG.warn("{} cannot be served: {}", request.getRequestURI(), e.toString());
            response.setHeader("Retry-After", "1");
            refuse(
                    response,
                    Reason.UNREACHABLE.status(),
                    Reason.UNREACHABLE.code(),
                    "The database cannot be reached.",
                    "Nothing was done. Try again in a moment; the log of the server says more.");
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response)
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
        String name = path.startsWith("/") ? path.substring(1) : path;
        UnderWay underWay =
                new UnderWay(
                        request,
                        response,
                        caller,
                        project.api().settings(),
                        name.startsWith("import/"));
        Places places = project.lending().places();
        int place = places.enter(underWay);
        if (place < 0) {
            turnAway(project, response, place == Places.FULL);
            return;
        }
        String query = request.getQueryString();
        boolean isWhole = false;
        try {
            DataRequest data =
                    new DataRequest(
                            request.getMethod(),
                            path,
                            query == null ? "" : query,
                            TomcatResponse.of(request).headers(),
                            request.getInputStream(),
                            underWay.cancellation());
            underWay.follows(
                    changes -> live.open(project, caller, changes, data, request, response));
            project.api().handle(data, caller, underWay);
            isWhole = true;
        } catch (IOException | JacksonException e) {
            throw brokenOff(request, e);
        } finally {
            places.leave(place);
            count(project, name, request, underWay, isWhole ? underWay.status() : 0);
        }
    }

    /** Without an end of the last chunk, and without pages of log for each client that leaves. */
    private static IOException brokenOff(HttpServletRequest request, Exception why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException gone) {
                return gone;
            }
        }
        LOG.warn("The answer to {} broke off: {}", request.getRequestURI(), why.getMessage());
        return new CloseNowException(why.getMessage(), why);
    }

    private void count(
            Served project, String name, HttpServletRequest request, UnderWay was, int status) {
        long nanos = was.nanos();
        String method = request.getMethod();
        project.counters().of(name, method).add(status, nanos, was.rows(), was.bytes());
        if (slow.isSlow(nanos)) {
            slow.add(
                    new SlowRequests.Slow(
                            Instant.now(),
                            project.project().name(),
                            project.counters().label(name),
                            method,
                            ShownPath.of(request.getRequestURI(), request.getQueryString()),
                            status,
                            nanos / 1_000_000,
                            was.rows(),
                            was.bytes(),
                            was.steps(),
                            was.sql()));
        }
    }

    private static void turnAway(Served project, HttpServletResponse response, boolean isFull)
            throws IOException {
        project.counters().turnedAway(isFull);
        response.setHeader("Retry-After", "1");
        Reason reason = isFull ? Reason.BUSY : Reason.TOO_MANY;
        refuse(
                response,
                reason.status(),
                reason.code(),
                isFull
                        ? "Too many requests are waiting for the database."
                        : "Too many of your requests are under way, and others wait.",
                "Nothing was done. Send fewer at a time, and this one again in a moment.");
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
        // Pages of others get to know why, too.
        response.setHeader("Access-Control-Allow-Origin", "*");
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
}
