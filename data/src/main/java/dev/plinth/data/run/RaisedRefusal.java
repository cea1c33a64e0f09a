package dev.plinth.data.run;

import dev.plinth.data.request.BodyReader;
import dev.plinth.data.request.Cell;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.dialect.Errors.Raised;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What code of the database refused on purpose, in its own words. By the state {@code PT…} it
 * chooses the status, by {@code PGRST} the whole answer.
 */
final class RaisedRefusal {
    private static final String DETAIL =
            "DETAIL must be a JSON object with obligatory keys: 'status', 'headers' and optional"
                    + " key: 'status_text'.";
    private static final String MESSAGE =
            "MESSAGE must be a JSON object with obligatory keys: 'code', 'message' and optional"
                    + " keys: 'details', 'hint'.";

    private RaisedRefusal() {}

    static Refusal of(String state, Raised raised) {
        if (state.equals("PGRST")) {
            return whole(raised);
        }
        int status =
                state.matches("PT[1-9][0-9]{2}")
                        ? Integer.parseInt(state.substring(2))
                        : state.startsWith("PT") ? 500 : 400;
        return new Refusal(state, status, raised.message(), raised.detail(), raised.hint(), null);
    }

    private static Refusal whole(Raised raised) {
        Map<String, Cell> message = object(raised.message());
        String code = text(message, "code");
        String sentence = text(message, "message");
        if (code == null || sentence == null) {
            return invalid("Invalid JSON value for MESSAGE: '" + raised.message() + "'", MESSAGE);
        }
        if (raised.detail() == null) {
            return invalid("DETAIL is missing in the RAISE statement", DETAIL);
        }
        Map<String, Cell> detail = object(raised.detail());
        if (!(detail.get("status") instanceof Cell.Plain(String status))
                || !status.matches("[1-9][0-9]{2}")
                || !(detail.get("headers") instanceof Cell.Json(String headers))) {
            return invalid("Invalid JSON value for DETAIL: '" + raised.detail() + "'", DETAIL);
        }
        Map<String, String> told = new LinkedHashMap<>();
        object(headers)
                .forEach(
                        (name, value) -> {
                            if (value instanceof Cell.Text(String text)) {
                                told.put(name, text);
                            }
                        });
        return new Refusal(
                        code,
                        Integer.parseInt(status),
                        sentence,
                        text(message, "details"),
                        text(message, "hint"),
                        null)
                .with(told);
    }

    private static @Nullable String text(Map<String, Cell> object, String name) {
        return object.get(name) instanceof Cell.Text(String text) ? text : null;
    }

    /** The members of a JSON object; none if the text is no such thing. */
    private static Map<String, Cell> object(String json) {
        try {
            return BodyReader.read(
                            new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), null)
                    .rows()
                    .getFirst();
        } catch (Refusal | IOException e) {
            return Map.of();
        }
    }

    private static Refusal invalid(String details, String hint) {
        return new Refusal(
                Reason.RAISED_JSON,
                "Could not parse JSON in the \"RAISE SQLSTATE 'PGRST'\" error",
                details,
                hint);
    }
}
