package dev.plinth.schema.type;

/** A text that is no value of a type; the message is one sentence for the user. */
public final class InvalidValueException extends RuntimeException {
    public InvalidValueException(String message) {
        super(message);
    }

    static InvalidValueException of(String text, String expected) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return new InvalidValueException("\"" + shown + "\" is not " + expected + ".");
    }
}
