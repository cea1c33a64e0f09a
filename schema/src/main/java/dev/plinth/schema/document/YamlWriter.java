package dev.plinth.schema.document;

import dev.plinth.schema.document.Tree.Entry;
import dev.plinth.schema.document.Tree.Style;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a tree as YAML, always the same bytes for the same tree. Written by hand because layout is
 * the point: one value a line, lists of names on one line, SQL as a block, so that a diff in git
 * reads like the change itself.
 */
final class YamlWriter {
    private static final int WIDTH = 100;
    private static final int STEP = 2;

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    static String write(Tree.Mapping root) {
        YamlWriter writer = new YamlWriter();
        writer.entries(root, 0, false);
        return writer.out.toString();
    }

    /**
     * @param begun whether the first entry goes on the line that is begun
     */
    private void entries(Tree.Mapping mapping, int indent, boolean begun) {
        boolean first = begun;
        for (Entry entry : mapping.entries()) {
            if (!first) {
                indent(indent);
            }
            first = false;
            out.append(YamlText.plainOrQuoted(entry.key(), true)).append(':');
            value(entry.value(), indent, indent + entry.key().length() + 2);
        }
    }

    /**
     * @param column where the value would begin if it went on this line
     */
    private void value(Tree value, int indent, int column) {
        Optional<String> line = oneLine(value, WIDTH - column);
        if (line.isPresent()) {
            out.append(line.get().isEmpty() ? "" : " ").append(line.get()).append('\n');
            return;
        }
        switch (value) {
            case Tree.Scalar scalar -> {
                out.append(' ');
                YamlText.block(scalar.text(), indent + STEP, out);
            }
            case Tree.Mapping mapping -> {
                out.append('\n');
                entries(mapping, indent + STEP, false);
            }
            case Tree.Sequence sequence -> {
                out.append('\n');
                items(sequence, indent + STEP);
            }
        }
    }

    private void items(Tree.Sequence sequence, int indent) {
        for (Tree item : sequence.items()) {
            indent(indent);
            out.append('-');
            if (item instanceof Tree.Mapping mapping
                    && oneLine(item, WIDTH - indent - STEP).isEmpty()) {
                out.append(' ');
                entries(mapping, indent + STEP, true);
            } else {
                value(item, indent, indent + STEP);
            }
        }
    }

    /** The value on one line, or empty when it does not belong there. */
    private static Optional<String> oneLine(Tree value, int room) {
        return switch (value) {
            case Tree.Scalar scalar ->
                    YamlText.isBlock(scalar)
                            ? Optional.empty()
                            : Optional.of(YamlText.scalar(scalar, false));
            case Tree.Mapping mapping when mapping.entries().isEmpty() -> Optional.of("{}");
            case Tree.Sequence sequence when sequence.items().isEmpty() -> Optional.of("[]");
            case Tree.Mapping mapping when mapping.style() == Style.BLOCK -> Optional.empty();
            case Tree.Sequence sequence when sequence.style() == Style.BLOCK -> Optional.empty();
            case Tree.Mapping mapping -> flow(mapping, room);
            case Tree.Sequence sequence -> flow(sequence, room);
        };
    }

    private static Optional<String> flow(Tree tree, int room) {
        return hasBlock(tree)
                ? Optional.empty()
                : Optional.of(flow(tree)).filter(text -> text.length() <= room);
    }

    private static boolean hasBlock(Tree tree) {
        return switch (tree) {
            case Tree.Scalar scalar -> YamlText.isBlock(scalar);
            case Tree.Mapping mapping ->
                    mapping.entries().stream().anyMatch(e -> hasBlock(e.value()));
            case Tree.Sequence sequence -> sequence.items().stream().anyMatch(YamlWriter::hasBlock);
        };
    }

    /** A tree on one line, however long. */
    static String inline(Tree tree) {
        return flow(tree);
    }

    private static String flow(Tree tree) {
        return switch (tree) {
            case Tree.Scalar scalar -> YamlText.scalar(scalar, true);
            case Tree.Mapping mapping ->
                    mapping.entries().stream()
                            .map(
                                    e ->
                                            YamlText.plainOrQuoted(e.key(), true)
                                                    + ": "
                                                    + flow(e.value()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case Tree.Sequence sequence ->
                    sequence.items().stream()
                            .map(YamlWriter::flow)
                            .collect(Collectors.joining(", ", "[", "]"));
        };
    }

    private void indent(int spaces) {
        out.repeat(' ', spaces);
    }
}
