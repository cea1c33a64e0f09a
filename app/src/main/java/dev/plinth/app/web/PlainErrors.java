package dev.plinth.app.web;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Requests that Tomcat refuses before Plinth sees them are answered in the same form as all others.
 */
final class PlainErrors extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Refusal refusal = status >= 500 ? Refusal.INTERNAL : Refusal.BAD_REQUEST;
        String detail =
                status >= 500
                        ? "Something went wrong inside Plinth."
                        : "The request cannot be understood.";
        String hint =
                status >= 500
                        ? ""
                        : "Percent-encode what is not ASCII in the address; it and the headers may"
                                + " have 64 KB together.";
        byte[] body =
                """
                {"type":"about:blank","title":"%s","status":%d,"code":"%s","detail":"%s","hint":"%s","problems":[]}
                """
                        .formatted(refusal.title(), status, refusal.code(), detail, hint)
                        .getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType(ProblemAnswer.CONTENT_TYPE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("The client went away", e);
        }
    }
}
