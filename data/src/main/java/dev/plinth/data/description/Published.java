package dev.plinth.data.description;

/**
 * Where an API is found.
 *
 * @param title that people know it by
 * @param path before the names of tables, without a slash at the end
 */
public record Published(String title, String path) {}
