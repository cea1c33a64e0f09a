package dev.plinth.schema.model;

/**
 * The column is computed from others of its row.
 *
 * @param stored kept on disk, rather than computed on each read
 */
public record Generated(Expression expression, boolean stored) {}
