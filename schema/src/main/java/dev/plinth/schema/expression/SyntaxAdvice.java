package dev.plinth.schema.expression;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says a parser's complaint in the words of the person who wrote the expression. */
final class SyntaxAdvice {
    private static final Pattern QUOTED =
            Pattern.compile("(?:input|at:) '(.*?)'(?: expecting.*)?", Pattern.DOTALL);

    private SyntaxAdvice() {}

    static void report(String text, int position, String complaint, Findings findings) {
        if (complaint.startsWith("For input string")) {
            findings.error(
                    ExpressionCode.INVALID_CONSTANT,
                    position,
                    "A whole number has at most 64 bits.",
                    "Write a longer one with a point: 10000000000000000000.0");
            return;
        }
        if (complaint.contains("exceed")) {
            findings.error(
                    ExpressionCode.TOO_COMPLEX,
                    position,
                    "The expression is too long or too deeply nested.",
                    "Split it into several conditions.");
            return;
        }
        findings.error(ExpressionCode.SYNTAX, position, sentence(complaint), hint(text, position));
    }

    private static String sentence(String complaint) {
        Matcher quoted = QUOTED.matcher(complaint);
        if (!quoted.find()) {
            return "The expression cannot be read here.";
        }
        String what = quoted.group(1);
        return what.startsWith("<EOF>")
                ? "The expression ends too early."
                : "\"" + what.strip() + "\" is not expected here.";
    }

    /** People who know SQL write its operators first. */
    private static String hint(String text, int position) {
        int at =
                text.offsetByCodePoints(
                        0, Math.min(position, text.codePointCount(0, text.length())));
        String rest = text.substring(at).stripLeading().toLowerCase(Locale.ROOT);
        if (rest.matches("(?s)and\\b.*")) {
            return "Write && for \"and\".";
        }
        if (rest.matches("(?s)or\\b.*")) {
            return "Write || for \"or\".";
        }
        if (rest.matches("(?s)not\\b.*")) {
            return "Write ! for \"not\".";
        }
        if (rest.matches("(?s)is\\b.*")) {
            return "Write x == null or x != null.";
        }
        if (rest.matches("(?s)like\\b.*")) {
            return "Write x.startsWith('…'), x.contains('…') or x.matches('…').";
        }
        if (rest.matches("(?s)between\\b.*")) {
            return "Write x >= low && x <= high.";
        }
        if (rest.startsWith(">") && at > 0 && text.charAt(at - 1) == '<') {
            return "Write != for \"not equal\".";
        }
        if (rest.startsWith("=")) {
            return "Write == to compare.";
        }
        if (rest.startsWith("'") || rest.startsWith("\"")) {
            return "Close every text with the quote it began with.";
        }
        return "";
    }
}
