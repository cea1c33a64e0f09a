package dev.plinth.schema.convert.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Text with separators and quotes, as RFC 4180 and spreadsheets write it, taken apart. */
final class CsvLines {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    private CsvLines() {}

    /**
     * @param line where it begins, counted from 1
     */
    record Line(int line, List<String> values) {
        Line {
            values = List.copyOf(values);
        }

        boolean isEmpty() {
            return values.stream().allMatch(String::isBlank);
        }
    }

    /** All lines that are not empty. */
    static List<Line> of(String text) {
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return lines(bare, separator(bare)).stream().filter(l -> !l.isEmpty()).toList();
    }

    /** The one that occurs most in the first line. */
    private static char separator(String text) {
        String first = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        char best = ',';
        long most = 0;
        for (char candidate : SEPARATORS) {
            long found = lines(first, candidate).stream().flatMap(CsvLines::values).count();
            if (found > most) {
                most = found;
                best = candidate;
            }
        }
        return best;
    }

    private static Stream<String> values(Line line) {
        return line.values().stream();
    }

    private static List<Line> lines(String text, char separator) {
        List<Line> lines = new ArrayList<>();
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        int number = 1;
        int begun = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                number++;
            }
            if (quoted) {
                if (c != '"') {
                    value.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    value.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && value.toString().isBlank()) {
                value.setLength(0);
                quoted = true;
            } else if (c == separator) {
                values.add(value.toString());
                value.setLength(0);
            } else if (c == '\n' || c == '\r') {
                if (c == '\n' || i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                    values.add(value.toString());
                    value.setLength(0);
                    lines.add(new Line(begun, values));
                    values.clear();
                    begun = number;
                }
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        lines.add(new Line(begun, values));
        return lines;
    }
}
