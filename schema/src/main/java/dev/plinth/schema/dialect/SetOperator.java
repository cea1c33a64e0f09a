package dev.plinth.schema.dialect;

/** How lists, ranges and JSON documents compare. */
public enum SetOperator {
    CONTAINS,
    CONTAINED,
    OVERLAPS,
    LEFT_OF,
    RIGHT_OF,
    NOT_RIGHT_OF,
    NOT_LEFT_OF,
    ADJACENT
}
