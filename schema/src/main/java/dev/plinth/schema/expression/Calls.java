package dev.plinth.schema.expression;

import com.google.re2j.Pattern;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/** What each function does, none of its operands being null. */
final class Calls {
    /** Constants of models, so there are few. */
    private static final ConcurrentHashMap<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private static final int MAX_PATTERNS = 1000;
    private static final int CASE_DISTANCE = 'a' - 'A';

    private Calls() {}

    static Object call(Node.Call call, List<?> operands) {
        Object first = operands.getFirst();
        return switch (call.function()) {
            case SIZE -> {
                String text = (String) first;
                yield BigDecimal.valueOf(text.codePointCount(0, text.length()));
            }
            case STARTS_WITH -> ((String) first).startsWith((String) operands.get(1));
            case ENDS_WITH -> ((String) first).endsWith((String) operands.get(1));
            case CONTAINS -> ((String) first).contains((String) operands.get(1));
            case MATCHES -> pattern((String) operands.get(1)).matcher((String) first).find();
            case LOWER -> shifted((String) first, c -> c >= 'A' && c <= 'Z', CASE_DISTANCE);
            case UPPER -> shifted((String) first, c -> c >= 'a' && c <= 'z', -CASE_DISTANCE);
            case TRIM -> trimmed((String) first);
            case CONCATENATE -> (String) first + operands.get(1);
            case ABSOLUTE ->
                    first instanceof BigDecimal number
                            ? number.abs()
                            : (Object) Math.abs((Double) first);
            case ROUND -> {
                BigDecimal number = (BigDecimal) first;
                int scale = call.type().scale();
                yield number.scale() <= scale
                        ? number
                        : number.setScale(scale, RoundingMode.HALF_UP);
            }
            case COALESCE -> throw new IllegalStateException("takes operands that are null");
        };
    }

    /** Linear in the length of the text, whatever the pattern. */
    private static Pattern pattern(String written) {
        if (PATTERNS.size() > MAX_PATTERNS) {
            PATTERNS.clear();
        }
        return PATTERNS.computeIfAbsent(
                written,
                w -> Pattern.compile(PortablePattern.write(w, PortablePattern.Flavour.RE2)));
    }

    private static String shifted(String text, IntPredicate letters, int distance) {
        StringBuilder result = new StringBuilder(text.length());
        text.chars().forEach(c -> result.append((char) (letters.test(c) ? c + distance : c)));
        return result.toString();
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
