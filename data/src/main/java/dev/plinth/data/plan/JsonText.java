package dev.plinth.data.plan;

import tools.jackson.core.io.JsonStringEncoder;

/** Texts as JSON. */
public final class JsonText {
    private JsonText() {}

    /** A JSON string. */
    public static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        return json.append('"').toString();
    }
}
