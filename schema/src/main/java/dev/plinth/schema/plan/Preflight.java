package dev.plinth.schema.plan;

/**
 * A question to the live data before a step.
 *
 * @param question what is counted, in words: "rows without a value in email"
 * @param sql gives one number
 * @param blocking whether a number above zero means that the step would fail
 */
public record Preflight(String question, String sql, boolean blocking) {}
