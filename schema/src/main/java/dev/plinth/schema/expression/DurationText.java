package dev.plinth.schema.expression;

import dev.plinth.schema.type.InvalidValueException;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code 1h30m}; days, {@code 30d}, are ours, the rest is CEL's. */
final class DurationText {
    private static final Pattern FORM =
            Pattern.compile("-?(?:[0-9]+(?:\\.[0-9]+)?(?:d|h|ms|m|s))+");
    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(d|ms|h|m|s)");

    /** Ten thousand years: more cannot be added to any date. */
    private static final BigDecimal MOST_MICROS = new BigDecimal("315576000000000000");

    private DurationText() {}

    static Duration parse(String text) {
        String stripped = text.strip();
        if (!FORM.matcher(stripped).matches()) {
            throw new InvalidValueException("\"" + text + "\" is not a duration such as 1h30m.");
        }
        BigDecimal micros = BigDecimal.ZERO;
        Matcher part = PART.matcher(stripped);
        while (part.find()) {
            micros = micros.add(new BigDecimal(part.group(1)).multiply(unit(part.group(2))));
        }
        if (micros.stripTrailingZeros().scale() > 0) {
            throw new InvalidValueException("A duration is counted in whole microseconds.");
        }
        if (micros.compareTo(MOST_MICROS) > 0) {
            throw new InvalidValueException("A duration has at most ten thousand years.");
        }
        long exact = micros.longValueExact();
        return Duration.ofSeconds(exact / 1_000_000, exact % 1_000_000 * 1000)
                .multipliedBy(stripped.startsWith("-") ? -1 : 1);
    }

    private static BigDecimal unit(String name) {
        return BigDecimal.valueOf(
                switch (name) {
                    case "d" -> 86_400_000_000L;
                    case "h" -> 3_600_000_000L;
                    case "m" -> 60_000_000L;
                    case "s" -> 1_000_000L;
                    default -> 1000L;
                });
    }
}
