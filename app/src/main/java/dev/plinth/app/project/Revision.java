package dev.plinth.app.project;

import java.time.Instant;

/**
 * One saved state of a model.
 *
 * @param author the name of who made it
 * @param label what was done
 */
public record Revision(long number, String author, Instant at, String label) {}
