package dev.plinth.data.plan;

/** One member of a row in the answer. */
public sealed interface Output {
    /** A value by its name. */
    record Named(String name, Value value) implements Output {}

    /** Related rows. */
    record Related(Embed embed) implements Output {}
}
