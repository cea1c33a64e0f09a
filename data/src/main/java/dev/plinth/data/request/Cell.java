package dev.plinth.data.request;

/** One value of a body, as it was written. */
public sealed interface Cell {
    /** No value. */
    record Nothing() implements Cell {}

    /** A text. */
    record Text(String text) implements Cell {}

    /** A number with all its digits, or true or false. */
    record Plain(String text) implements Cell {}

    /** An object or a list, as JSON text. */
    record Json(String text) implements Cell {}
}
