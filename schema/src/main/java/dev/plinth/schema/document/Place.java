package dev.plinth.schema.document;

/**
 * A line of a text.
 *
 * @param file as the user names it; empty for a text that is no file
 * @param line counted from 1
 */
public record Place(String file, int line) {
    @Override
    public String toString() {
        return file.isEmpty() ? "line " + line : file + ":" + line;
    }
}
