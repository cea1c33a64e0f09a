package dev.plinth.app.project;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A project in a list.
 *
 * @param environment name of the one that answers the data API
 */
public record ProjectSummary(
        String name,
        String title,
        boolean attached,
        long tables,
        @Nullable String environment,
        long revision,
        Instant updatedAt) {}
