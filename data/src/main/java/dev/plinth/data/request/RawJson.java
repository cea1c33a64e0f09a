package dev.plinth.data.request;

/** Details of a refusal that are JSON already. */
public record RawJson(String text) {}
