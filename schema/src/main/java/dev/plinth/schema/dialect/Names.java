package dev.plinth.schema.dialect;

import dev.plinth.schema.model.Ids;
import dev.plinth.schema.model.TableName;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * How a database spells names. Names are always quoted, so that case, spaces and reserved words
 * survive.
 *
 * @param open the opening quote
 * @param close the closing quote; doubled inside a name
 * @param maxLength the longest name, in {@code unit}
 * @param unit what the limit counts
 * @param indexScope within what the names of indexes must differ
 * @param constraintScope within what the names of constraints must differ
 */
public record Names(
        char open, char close, int maxLength, Unit unit, Scope indexScope, Scope constraintScope) {
    /** What the length limit counts. */
    public enum Unit {
        CHARACTERS,
        BYTES
    }

    /** Within what names must differ. */
    public enum Scope {
        TABLE,
        SCHEMA
    }

    /** A name, quoted. */
    public String quote(String name) {
        return open + name.replace(String.valueOf(close), "" + close + close) + close;
    }

    /** A table's name, quoted, with its schema if it has one. */
    public String quote(TableName name) {
        return name.schema().isEmpty()
                ? quote(name.name())
                : quote(name.schema()) + "." + quote(name.name());
    }

    /** Several names, quoted, with commas between. */
    public String list(Collection<String> names) {
        return names.stream().map(this::quote).collect(Collectors.joining(", "));
    }

    /** Whether a name is short enough. */
    public boolean fits(String name) {
        return length(name) <= maxLength;
    }

    /** The name itself if it fits, else a shortened one that still differs from all others. */
    public String fitted(String name) {
        if (fits(name)) {
            return name;
        }
        String suffix = "_" + Ids.derived(name).substring(0, 6);
        String head = name;
        while (length(head + suffix) > maxLength) {
            head = head.substring(0, head.offsetByCodePoints(head.length(), -1));
        }
        return head + suffix;
    }

    /** The name of a primary key that was given none. */
    public String primaryKey(TableName table) {
        return fitted(table.name() + "_pkey");
    }

    private int length(String name) {
        return switch (unit) {
            case CHARACTERS -> name.codePointCount(0, name.length());
            case BYTES -> name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        };
    }
}
