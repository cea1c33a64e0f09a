package dev.plinth.schema.expression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives a column of an expression its new name and leaves the rest of the text as it was. */
final class Renaming {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern FIELD = Pattern.compile("\\.\\s*(`[^`]*`|[A-Za-z_][A-Za-z0-9_]*)");

    /** What CEL does not take for a name where it stands alone. */
    private static final Set<String> WORDS = Set.of("true", "false", "null", "in");

    private final String text;
    private final String from;
    private final String to;
    private final List<Edit> edits = new ArrayList<>();

    private Renaming(String text, String from, String to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /** A text that cannot be read stays as it is. */
    static String rename(String text, String from, String to) {
        return CelReader.read(text, new Findings(text, ""))
                .map(s -> new Renaming(text, from, to).apply(s))
                .orElse(text);
    }

    private String apply(Syntax syntax) {
        visit(syntax);
        StringBuilder result = new StringBuilder(text);
        edits.stream()
                .sorted(Comparator.comparingInt(Edit::start).reversed())
                .forEach(e -> result.replace(e.start(), e.end(), e.name()));
        return result.toString();
    }

    private void visit(Syntax syntax) {
        switch (syntax) {
            case Syntax.Name(String name, int position) when name.equals(from) -> {
                int start = index(position);
                edits.add(
                        new Edit(start, start + name.length(), isPlain() ? to : "row." + field()));
            }
            case Syntax.Member(Syntax.Name(String target, int _), String name, int position)
                    when name.equals(from) && (target.equals("row") || target.equals("old")) -> {
                Matcher written = FIELD.matcher(text);
                if (written.find(index(position))) {
                    edits.add(new Edit(written.start(1), written.end(1), field()));
                }
            }
            case Syntax.Apply(String _, List<Syntax> arguments, boolean _, int _) ->
                    arguments.forEach(this::visit);
            case Syntax.Sequence(List<Syntax> elements, int _) -> elements.forEach(this::visit);
            // the target of a member is never a column
            case Syntax.Name _, Syntax.Member _, Syntax.Constant _ -> {}
        }
    }

    private int index(int position) {
        return text.offsetByCodePoints(0, position);
    }

    private boolean isPlain() {
        return PLAIN.matcher(to).matches() && !WORDS.contains(to);
    }

    private String field() {
        return isPlain() ? to : "`" + to + "`";
    }

    private record Edit(int start, int end, String name) {}
}
