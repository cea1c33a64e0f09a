package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** The objects of one JSON list. */
final class ListSource implements RowSource {
    private final JsonParser in;
    private long number;
    private boolean done;

    ListSource(InputStream body) {
        this.in = JsonBody.JSON.createParser(ObjectReadContext.empty(), body);
        try {
            if (in.nextToken() != JsonToken.START_ARRAY) {
                throw new Refusal(
                        Reason.BODY,
                        "The body is no list of objects",
                        null,
                        "An object on each line is application/x-ndjson.");
            }
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    @Override
    public @Nullable List<String> names() {
        return null;
    }

    @Override
    public boolean isOfTexts() {
        return false;
    }

    @Override
    public @Nullable SourceRow next() {
        if (done) {
            return null;
        }
        try {
            if (in.nextToken() == JsonToken.END_ARRAY) {
                done = true;
                if (in.nextToken() != null) {
                    throw broken(null);
                }
                return null;
            }
            Map<String, Cell> cells = JsonBody.row(in);
            return new Named(++number, cells);
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    private Refusal broken(@Nullable JacksonException cause) {
        Refusal refusal =
                new Refusal(
                        Reason.BODY, "Empty or invalid json", "After row " + number + ".", null);
        return cause == null ? refusal : refusal.causedBy(cause);
    }

    @Override
    public void close() {
        in.close();
    }
}
