package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What the {@code Prefer} headers ask for. Null where nothing was said.
 *
 * @param skipsInvalid whether rows that are refused are left out, rather than all of them
 * @param strict whether preferences that are not known are refused
 * @param lenient whether the caller said in so many words that they are not
 * @param unknown those not known
 */
public record Preferences(
        @Nullable Return returned,
        @Nullable Count count,
        @Nullable Resolution resolution,
        boolean missingDefault,
        boolean missingNull,
        @Nullable Boolean rollback,
        boolean skipsInvalid,
        boolean strict,
        boolean lenient,
        @Nullable String timezone,
        @Nullable Long maxAffected,
        List<String> unknown) {
    /** What a write gives back. */
    public enum Return {
        MINIMAL,
        HEADERS_ONLY,
        REPRESENTATION
    }

    /** How the number of all rows is found. */
    public enum Count {
        EXACT,
        PLANNED,
        ESTIMATED
    }

    /** What becomes of a row that exists already. */
    public enum Resolution {
        MERGE,
        IGNORE
    }

    public Preferences {
        unknown = List.copyOf(unknown);
    }

    /** Reads the values of all {@code Prefer} headers; of two of a kind the first counts. */
    public static Preferences parse(List<String> headers) {
        Return returned = null;
        Count count = null;
        Resolution resolution = null;
        Boolean missingDefault = null;
        Boolean rollback = null;
        Boolean skipsInvalid = null;
        Boolean strict = null;
        String timezone = null;
        Long maxAffected = null;
        List<String> unknown = new ArrayList<>();
        for (String header : headers) {
            for (String part : header.split(",")) {
                String preference = part.strip();
                switch (preference) {
                    case "" -> {}
                    case "return=minimal" -> returned = first(returned, Return.MINIMAL);
                    case "return=headers-only" -> returned = first(returned, Return.HEADERS_ONLY);
                    case "return=representation" ->
                            returned = first(returned, Return.REPRESENTATION);
                    case "count=exact" -> count = first(count, Count.EXACT);
                    case "count=planned" -> count = first(count, Count.PLANNED);
                    case "count=estimated" -> count = first(count, Count.ESTIMATED);
                    case "count=none" -> {}
                    case "resolution=merge-duplicates" ->
                            resolution = first(resolution, Resolution.MERGE);
                    case "resolution=ignore-duplicates" ->
                            resolution = first(resolution, Resolution.IGNORE);
                    case "missing=default" -> missingDefault = first(missingDefault, true);
                    case "missing=null" -> missingDefault = first(missingDefault, false);
                    case "invalid=skip" -> skipsInvalid = first(skipsInvalid, true);
                    case "invalid=refuse" -> skipsInvalid = first(skipsInvalid, false);
                    case "tx=commit" -> rollback = first(rollback, false);
                    case "tx=rollback" -> rollback = first(rollback, true);
                    case "handling=strict" -> strict = first(strict, true);
                    case "handling=lenient" -> strict = first(strict, false);
                    default -> {
                        Long affected = number(preference, "max-affected=");
                        if (preference.startsWith("timezone=")) {
                            timezone = first(timezone, preference.substring(9).strip());
                        } else if (affected != null) {
                            maxAffected = first(maxAffected, affected);
                        } else {
                            unknown.add(preference);
                        }
                    }
                }
            }
        }
        return new Preferences(
                returned,
                count,
                resolution,
                Boolean.TRUE.equals(missingDefault),
                Boolean.FALSE.equals(missingDefault),
                rollback,
                Boolean.TRUE.equals(skipsInvalid),
                Boolean.TRUE.equals(strict),
                Boolean.FALSE.equals(strict),
                timezone,
                maxAffected,
                unknown);
    }

    private static <T> T first(@Nullable T earlier, T later) {
        return earlier == null ? later : earlier;
    }

    private static @Nullable Long number(String preference, String name) {
        try {
            return preference.startsWith(name)
                    ? Long.parseLong(preference.substring(name.length()).strip())
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /**
     * Refuses what is not known, if the caller wanted that.
     *
     * @throws Refusal naming the preferences
     */
    public void check() {
        if (strict && !unknown.isEmpty()) {
            throw new Refusal(
                    Reason.PREFERENCES,
                    "Invalid preferences given with handling=strict",
                    "Invalid preferences: " + String.join(", ", unknown),
                    null);
        }
    }

    /** How many rows a write may touch, or null for any number. */
    public @Nullable Long affectedLimit() {
        return lenient ? null : maxAffected;
    }

    /**
     * The zone in which points in time are shown.
     *
     * @throws Refusal when the name is of no zone
     */
    public ZoneId zone() {
        if (timezone == null) {
            return ZoneOffset.UTC;
        }
        try {
            return timezone.matches("[+-]?\\d{1,2}")
                    ? ZoneOffset.ofHours(Integer.parseInt(timezone))
                    : ZoneId.of(timezone);
        } catch (DateTimeException e) {
            throw new Refusal(
                    Reason.INVALID_PARAMETER,
                    "invalid value for parameter \"TimeZone\": \"" + timezone + "\"");
        }
    }
}
