package dev.plinth.data.description;

/** Types as TypeScript, written member by member. */
final class TypeText {
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean isEmpty;

    /** What is written as it is. */
    TypeText plain(String lines) {
        text.append(lines);
        return this;
    }

    /** A member that is an object type. */
    void object(String name, Runnable members) {
        object(name, members, false);
    }

    /** As {@link #object(String, Runnable)}, or a list of them. */
    void object(String name, Runnable members, boolean isList) {
        start(name, false);
        object(members);
        text.append(isList ? "[]\n" : "\n");
    }

    /** An object type, where a type is expected. */
    void object(Runnable members) {
        int from = text.length();
        text.append("{\n");
        depth++;
        isEmpty = true;
        members.run();
        depth--;
        if (isEmpty) {
            text.setLength(from);
            text.append("{ [_ in never]: never }");
        } else {
            indent().append('}');
        }
        isEmpty = false;
    }

    void member(String name, boolean optional, String type) {
        start(name, optional);
        text.append(type).append('\n');
    }

    /** A member whose types are written one below the other. */
    void union(String name, Iterable<Runnable> types) {
        start(name, false);
        boolean isFirst = true;
        for (Runnable type : types) {
            text.append(isFirst ? "" : " | ");
            object(type);
            isFirst = false;
        }
        text.append('\n');
    }

    /** A list of types of its own each. */
    void tuple(String name, Iterable<String> types) {
        start(name, false);
        text.append('[');
        String end = "";
        depth++;
        for (String type : types) {
            text.append(end).append('\n');
            indent().append(type);
            end = ",";
        }
        depth--;
        if (!end.isEmpty()) {
            text.append('\n');
            indent();
        }
        text.append("]\n");
    }

    void comment(String comment) {
        if (!comment.isBlank()) {
            isEmpty = false;
            String line = comment.strip().replaceAll("\\s+", " ").replace("*/", "*\\/");
            indent().append("/** ").append(line).append(" */\n");
        }
    }

    private void start(String name, boolean optional) {
        isEmpty = false;
        indent().append(name(name)).append(optional ? "?: " : ": ");
    }

    private StringBuilder indent() {
        return text.append("  ".repeat(depth));
    }

    /** The name of a member; all words may be one. */
    private static String name(String name) {
        return name.matches("[A-Za-z_$][A-Za-z0-9_$]*") ? name : literal(name);
    }

    /** A text as the type that is of this text alone. */
    static String literal(String value) {
        StringBuilder literal = new StringBuilder("\"");
        value.chars()
                .forEach(
                        c -> {
                            if (c < ' ' || c == 0x2028 || c == 0x2029) {
                                literal.append("\\u%04x".formatted(c));
                            } else {
                                literal.append(c == '"' || c == '\\' ? "\\" : "").append((char) c);
                            }
                        });
        return literal.append('"').toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
