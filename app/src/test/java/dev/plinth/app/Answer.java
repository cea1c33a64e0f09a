package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;

/** What the server answered, and what is expected of it. */
final class Answer {
    private static final JsonMapper JSON = new JsonMapper();
    private final String request;
    private final HttpResponse<String> response;

    Answer(String request, HttpResponse<String> response) {
        this.request = request;
        this.response = response;
    }

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        return JSON.readTree(body());
    }

    JsonNode at(String pointer) {
        return json().at(pointer);
    }

    String text(String pointer) {
        return at(pointer).asString();
    }

    Answer is(int status) {
        assertThat(status()).as("%s answered %s", request, body()).isEqualTo(status);
        return this;
    }

    /** A refusal in the form that all have, with this code and a sentence. */
    Answer isRefused(int status, String code) {
        is(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text("/code")).as(body()).isEqualTo(code);
        assertThat(text("/detail")).isNotBlank().endsWith(".");
        assertThat(at("/hint").isString()).isTrue();
        assertThat(at("/status").asInt()).isEqualTo(status);
        return lacks("Exception", "\tat ", "java.", "org.springframework");
    }

    Answer has(String... parts) {
        assertThat(body()).as(request).contains(parts);
        return this;
    }

    Answer lacks(String... parts) {
        assertThat(body()).as(request).doesNotContain(parts);
        return this;
    }

    Answer hasHeader(String name, String part) {
        assertThat(header(name)).as("%s: header %s", request, name).contains(part);
        return this;
    }
}
