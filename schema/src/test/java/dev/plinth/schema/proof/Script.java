package dev.plinth.schema.proof;

import dev.plinth.schema.check.ModelCheck;
import dev.plinth.schema.check.PortabilityCheck;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.View;
import dev.plinth.schema.problem.Problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How several models come about, one from the other, the first from nothing.
 *
 * @param phases the edits that lead to each
 */
record Script(long seed, List<List<Edit>> phases) {
    /** The edits that any model may be made by. */
    static final Predicate<Edit.Kind> ANY = k -> true;

    /** A first model of some size, and further ones some edits away from it. */
    static Script of(long seed, int models, Predicate<Edit.Kind> kinds) {
        Random random = new Random(seed);
        List<List<Edit>> phases = new ArrayList<>();
        for (int i = 0; i < models; i++) {
            List<Edit> edits = new ArrayList<>();
            int count = i == 0 ? 8 + random.nextInt(18) : 1 + random.nextInt(7);
            Predicate<Edit.Kind> wanted = i == 0 ? ANY : kinds;
            for (int k = 0; k < count; k++) {
                boolean begin = i == 0 && k < 2;
                edits.add(
                        new Edit(
                                begin ? Edit.Kind.ADD_TABLE : kind(random, wanted),
                                random.nextLong()));
            }
            phases.add(List.copyOf(edits));
        }
        return new Script(seed, List.copyOf(phases));
    }

    private static Edit.Kind kind(Random random, Predicate<Edit.Kind> wanted) {
        List<Edit.Kind> kinds = Arrays.stream(Edit.Kind.values()).filter(wanted).toList();
        int left = random.nextInt(kinds.stream().mapToInt(k -> k.weight).sum());
        for (Edit.Kind kind : kinds) {
            left -= kind.weight;
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("weights are positive");
    }

    List<Edit> edits() {
        return phases.stream().flatMap(List::stream).toList();
    }

    /** With only some of the edits. */
    Script with(List<Edit> left) {
        return new Script(
                seed,
                phases.stream().map(p -> p.stream().filter(left::contains).toList()).toList());
    }

    /**
     * The models, as far as all of these databases can hold them: an edit that one of them refuses
     * is left out and counted.
     */
    Models made(List<Dialect> dialects, Names names) {
        List<Model> models = new ArrayList<>();
        int refused = 0;
        Model model = Model.empty();
        for (List<Edit> phase : phases) {
            for (Edit edit : phase) {
                Model next = withQueries(edit.apply(model), names);
                if (fits(next, dialects)) {
                    model = next;
                } else {
                    refused++;
                }
            }
            models.add(model);
        }
        return new Models(models, refused);
    }

    record Models(List<Model> models, int refused) {}

    private static boolean fits(Model model, List<Dialect> dialects) {
        return ModelCheck.problems(model).stream().noneMatch(Problem::isError)
                && dialects.stream()
                        .allMatch(
                                d ->
                                        PortabilityCheck.problems(model, d).stream()
                                                .noneMatch(Problem::isError));
    }

    /** Queries speak of the names that tables and columns have by now. */
    private static Model withQueries(Model model, Names names) {
        return model.withViews(
                model.views().stream()
                        .flatMap(
                                v ->
                                        model
                                                .table(v.label())
                                                .map(t -> withQuery(v, t, names))
                                                .stream())
                        .toList());
    }

    private static View withQuery(View view, Table table, Names names) {
        String query =
                "SELECT "
                        + table.columns().stream()
                                .map(Column::name)
                                .map(names::quote)
                                .collect(Collectors.joining(", "))
                        + " FROM "
                        + names.quote(table.name());
        return new View(view.id(), view.name(), view.label(), List.of(), query, view.comment());
    }

    @Override
    public String toString() {
        return phases.stream()
                .map(
                        p ->
                                p.stream()
                                        .map(e -> e.kind() + "#" + e.seed())
                                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n  → "));
    }
}
