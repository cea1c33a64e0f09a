package dev.plinth.schema.proof;

import dev.plinth.schema.deploy.Lab;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.document.ModelText;
import dev.plinth.schema.model.Model;
import dev.plinth.testing.TestDatabase;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tries a property on one case after the other. {@code -Dplinth.cases=500} tries more, {@code
 * -Dplinth.seed=123} one alone. Of a case that fails, edits are left out as long as it still fails
 * the same way.
 */
final class Proof {
    private static final Duration SHRINKING = Duration.ofSeconds(15);
    private static final int MOST_TOLD = Integer.getInteger("plinth.most.told", 3);

    private final TestDatabase database;
    private final String property;
    private final int models;
    private final Predicate<Edit.Kind> kinds;
    private final Case.Property check;

    private Proof(
            TestDatabase database,
            String property,
            int models,
            Predicate<Edit.Kind> kinds,
            Case.Property check) {
        this.database = database;
        this.property = property;
        this.models = models;
        this.kinds = kinds;
        this.check = check;
    }

    /**
     * @param share of all cases, in percent
     * @param models how many a case needs
     * @param kinds of edits that lead from the first to the others
     */
    static void of(
            TestDatabase database,
            String property,
            int share,
            int models,
            Predicate<Edit.Kind> kinds,
            Case.Property check) {
        int count = Math.max(1, Tally.cases() * share / 100);
        times(database, property, count, models, kinds, check);
    }

    /** So many cases, however many are tried of the others. */
    static void times(
            TestDatabase database,
            String property,
            int count,
            int models,
            Predicate<Edit.Kind> kinds,
            Case.Property check) {
        boolean one = Long.getLong("plinth.seed") != null;
        new Proof(database, property, models, kinds, check).run(one ? 1 : count);
    }

    private void run(int count) {
        Long only = Long.getLong("plinth.seed");
        List<String> failures = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int i = 1; i <= count; i++) {
            long seed = only == null ? Tally.firstSeed() + i : only;
            Script script = Script.of(seed, models, kinds);
            Outcome outcome = attempt(script);
            Tally.add(database.name(), property, outcome.refused(), outcome.failure() != null);
            if (outcome.failure() != null && known.add(kind(outcome.failure()))) {
                failures.add(told(script, outcome.failure()));
            }
            if (failures.size() == MOST_TOLD) {
                break;
            }
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n\n", failures));
        }
    }

    private record Outcome(int refused, @Nullable Throwable failure) {}

    private Outcome attempt(Script script) {
        int refused = 0;
        try (Lab lab = Lab.on(database)) {
            Dialect dialect = lab.dialect();
            Script.Models made = script.made(List.of(dialect), dialect.names());
            refused = made.refused();
            check.check(new Case(database, lab, made.models(), script.seed()));
            return new Outcome(refused, null);
        } catch (Exception | AssertionError e) {
            return new Outcome(refused, e);
        }
    }

    private String told(Script script, Throwable failure) {
        Shrinking shrinking =
                new Shrinking(
                        left -> {
                            Throwable other = attempt(script.with(left)).failure();
                            return other != null && kind(other).equals(kind(failure));
                        },
                        SHRINKING);
        Script small = script.with(shrinking.of(script.edits()));
        Throwable told = attempt(small).failure();
        StringBuilder text = new StringBuilder();
        text.append(property + " on " + database.name() + ", -Dplinth.seed=" + script.seed());
        text.append(", shrunk from " + script.edits().size() + " edits to\n  " + small + "\n");
        try (Lab lab = Lab.on(database)) {
            for (Model model : small.made(List.of(lab.dialect()), lab.dialect().names()).models()) {
                text.append(ModelText.write("", model)).append("----\n");
            }
        }
        for (Throwable at = told == null ? failure : told; at != null; at = at.getCause()) {
            text.append(at.getClass().getSimpleName() + ": " + at.getMessage() + "\n");
            Arrays.stream(at.getStackTrace())
                    .filter(f -> f.getClassName().startsWith("dev.plinth"))
                    .limit(5)
                    .forEach(f -> text.append("    at ").append(f).append("\n"));
        }
        return text.toString();
    }

    /** Failures of one kind have one cause, as far as can be seen without the names. */
    private static String kind(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        String words =
                message.lines().findFirst().orElse("").replaceAll("[\"`'][^\"`']*[\"`']", "");
        return cause.getClass()
                + Arrays.stream(words.split(" ")).limit(13).collect(Collectors.joining(" "));
    }
}
