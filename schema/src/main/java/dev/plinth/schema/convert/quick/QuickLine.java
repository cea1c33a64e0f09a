package dev.plinth.schema.convert.quick;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the shorthand: words, then directives that begin with a slash, then a comment.
 *
 * @param number counted from 1
 * @param directives the word after the slash, and what follows it
 */
record QuickLine(
        int number, int indent, String words, Map<String, String> directives, String comment) {
    private static final int TAB = 4;
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)\\]");
    private static final Pattern DIRECTIVE = Pattern.compile("(?:^|\\s)/([A-Za-z_]+)");

    /** All lines that say something. */
    static List<QuickLine> of(String text) {
        List<QuickLine> lines = new ArrayList<>();
        String[] all = text.split("\\R", -1);
        for (int i = 0; i < all.length; i++) {
            String line = all[i];
            String bare = line.strip();
            if (!bare.isEmpty() && !bare.startsWith("--") && !bare.startsWith("#")) {
                lines.add(of(i + 1, line));
            }
        }
        return lines;
    }

    private static QuickLine of(int number, String line) {
        String comment = "";
        String rest = line;
        Matcher brackets = BRACKETS.matcher(rest);
        if (brackets.find()) {
            comment = brackets.group(1).strip();
            rest = brackets.replaceFirst(" ");
        }
        int dashes = rest.indexOf("--");
        if (dashes >= 0) {
            comment = comment.isEmpty() ? rest.substring(dashes + 2).strip() : comment;
            rest = rest.substring(0, dashes);
        }
        Map<String, String> directives = new LinkedHashMap<>();
        Matcher directive = DIRECTIVE.matcher(rest);
        String words = rest;
        String open = "";
        int from = 0;
        while (directive.find()) {
            if (open.isEmpty()) {
                words = rest.substring(0, directive.start());
            } else {
                directives.put(open, rest.substring(from, directive.start()).strip());
            }
            open = directive.group(1).toLowerCase(Locale.ROOT);
            from = directive.end();
        }
        if (!open.isEmpty()) {
            directives.put(open, rest.substring(from).strip());
        }
        return new QuickLine(number, indent(line), words.strip(), directives, comment);
    }

    private static int indent(String line) {
        int indent = 0;
        for (int i = 0; i < line.length() && Character.isWhitespace(line.charAt(i)); i++) {
            indent += line.charAt(i) == '\t' ? TAB - indent % TAB : 1;
        }
        return indent;
    }
}
