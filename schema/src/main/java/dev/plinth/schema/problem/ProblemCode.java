package dev.plinth.schema.problem;

/** A kind of problem; docs/errors.md is written from the enums that implement it. */
public interface ProblemCode {
    /** Stable, for programs: {@code M012}. */
    String code();

    /** What is wrong, in one sentence that fits every case. */
    String meaning();

    /** The way out, in one sentence. */
    String remedy();
}
