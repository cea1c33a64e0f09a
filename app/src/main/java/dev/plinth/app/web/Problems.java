package dev.plinth.app.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes refusals where no controller is at work: in filters and servlets. */
@Component
public final class Problems {
    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** Answers with the refusal. */
    public void write(HttpServletResponse response, RefusedException refused) throws IOException {
        byte[] body = json.writeValueAsBytes(ProblemAnswer.of(refused));
        response.setStatus(refused.refusal().status());
        response.setContentType(ProblemAnswer.CONTENT_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
