package dev.plinth.schema.diff;

import dev.plinth.schema.model.TableName;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What people said about probable renames.
 *
 * @param renamed what is the same under another name
 * @param others what is another thing: the old one goes, or is left alone, and a new one is made
 */
public record Answers(Set<Pair> renamed, Set<Pair> others) {
    /** Nothing was said. */
    public static final Answers NONE = new Answers(Set.of(), Set.of());

    public Answers {
        renamed = Set.copyOf(renamed);
        others = Set.copyOf(others);
    }

    /**
     * @param from how the database names it: {@code people.fax}, or {@code people} for a table
     * @param to how the model names it, a column without its table
     */
    public record Pair(String from, String to) {
        /** Reads {@code people.fax=telefax}; empty when a side is missing. */
        public static Optional<Pair> parse(String text) {
            int middle = text.indexOf('=');
            return middle < 1 || middle == text.length() - 1
                    ? Optional.empty()
                    : Optional.of(new Pair(text.substring(0, middle), text.substring(middle + 1)));
        }

        @Override
        public String toString() {
            return from + "=" + to;
        }
    }

    /** These and more. */
    public Answers and(Answers more) {
        return new Answers(union(renamed, more.renamed), union(others, more.others));
    }

    private static Set<Pair> union(Set<Pair> some, Set<Pair> more) {
        Set<Pair> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }

    boolean isEmpty() {
        return renamed.isEmpty();
    }

    /** What was said about a table's new name. */
    Optional<Pair> ofTable(TableName from, TableName to) {
        return said(new Pair(from.toString(), to.toString()));
    }

    /** What was said about a column's new name; its table may go by its old name or its new one. */
    Optional<Pair> ofColumn(TableName table, String from, String to) {
        String name = table.toString();
        Stream<String> others =
                renamed.stream()
                        .filter(p -> p.from().equals(name) || p.to().equals(name))
                        .map(p -> p.from().equals(name) ? p.to() : p.from());
        return Stream.concat(Stream.of(name), others)
                .flatMap(t -> said(new Pair(t + "." + from, to)).stream())
                .findFirst();
    }

    private Optional<Pair> said(Pair pair) {
        return renamed.contains(pair) ? Optional.of(pair) : Optional.empty();
    }

    /** Whether somebody said that this is no rename. */
    public boolean deny(Pair pair) {
        return others.contains(pair);
    }
}
