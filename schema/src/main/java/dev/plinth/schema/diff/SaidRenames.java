package dev.plinth.schema.diff;

import dev.plinth.schema.diff.Answers.Pair;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Adoption that obeys people. A rename they name must be possible: the old name is there and nobody
 * wants it, the new one is wanted and not there. One that has been made already does no harm.
 */
public final class SaidRenames {
    private final Model live;
    private final Model wanted;
    private final Answers answers;
    private final Set<Pair> fitting = new HashSet<>();

    private SaidRenames(Model live, Model wanted, Answers answers) {
        this.live = live;
        this.wanted = wanted;
        this.answers = answers;
    }

    /**
     * The live model with adopted ids throughout.
     *
     * @throws PlinthException with each rename that is not possible
     */
    public static Model adopt(Model live, Model deployed, Model wanted, Answers answers) {
        Model plain = Adoption.adopt(live, deployed, wanted);
        if (answers.renamed().isEmpty()) {
            return plain;
        }
        SaidRenames said = new SaidRenames(live, wanted, answers);
        said.tables(plain);
        // Columns are compared only where it is known which table is which.
        said.columns(Adoption.adopt(live, deployed, wanted, said.fitting()));
        said.refuseOthers();
        return Adoption.adopt(live, deployed, wanted, said.fitting());
    }

    private Answers fitting() {
        return new Answers(fitting, Set.of());
    }

    private void tables(Model adopted) {
        for (Table from : Unmatched.unwanted(adopted, wanted)) {
            for (Table to : Unmatched.missing(adopted, wanted)) {
                answers.ofTable(from.name(), to.name()).ifPresent(fitting::add);
            }
        }
    }

    private void columns(Model adopted) {
        for (Table from : adopted.tables()) {
            Table to = wanted.table(from.id()).orElse(from);
            for (Column column : from.columns()) {
                if (to.column(column.id()).isPresent()) {
                    continue;
                }
                to.columns().stream()
                        .filter(c -> from.column(c.id()).isEmpty())
                        .flatMap(
                                c ->
                                        answers
                                                .ofColumn(from.name(), column.name(), c.name())
                                                .stream())
                        .forEach(fitting::add);
            }
        }
    }

    private void refuseOthers() {
        List<Problem> problems = new ArrayList<>();
        Set<String> from = new HashSet<>();
        Set<String> to = new HashSet<>();
        for (Pair pair : answers.renamed()) {
            boolean twice = !from.add(pair.from()) || !to.add(table(pair) + pair.to());
            if (twice || !fitting.contains(pair) && !isMade(pair)) {
                problems.add(
                        Problem.error(
                                "D215",
                                pair.from(),
                                twice
                                        ? "Of the renames that were named, "
                                                + pair
                                                + " is one"
                                                + " too many."
                                        : pair.from()
                                                + " cannot be renamed to "
                                                + pair.to()
                                                + ": the old name must be there and no longer"
                                                + " wanted, the new one wanted and not there.",
                                "Check both names; of a column write table.old=new."));
            }
        }
        if (!problems.isEmpty()) {
            throw new PlinthException(problems);
        }
    }

    private static String table(Pair pair) {
        return pair.from().substring(0, pair.from().lastIndexOf('.') + 1);
    }

    private boolean isMade(Pair pair) {
        Set<String> names = new HashSet<>();
        live.tables().stream().flatMap(SaidRenames::names).forEach(names::add);
        return !names.contains(pair.from())
                && (names.contains(pair.to()) || names.contains(place(pair)));
    }

    /** Under which name the column stands when it was renamed, and its table perhaps too. */
    private String place(Pair pair) {
        String table = table(pair);
        String now =
                answers.renamed().stream()
                        .filter(p -> (p.from() + ".").equals(table))
                        .map(p -> p.to() + ".")
                        .filter(t -> live.tables().stream().anyMatch(l -> t.equals(l.name() + ".")))
                        .findFirst()
                        .orElse(table);
        return now + pair.to();
    }

    private static Stream<String> names(Table table) {
        return Stream.concat(
                Stream.of(table.name().toString()),
                table.columns().stream().map(c -> table.name() + "." + c.name()));
    }
}
