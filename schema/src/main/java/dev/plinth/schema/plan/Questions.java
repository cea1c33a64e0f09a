package dev.plinth.schema.plan;

import dev.plinth.schema.diff.Answers;
import dev.plinth.schema.diff.Kept;
import dev.plinth.schema.diff.Unmatched;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.DerivedIds;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.Conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds what may be a rename: something live that nobody wants beside something wanted that is not
 * there, and much like it. Where the ids of both were recorded they are two things for certain. An
 * id that derives from a name tells no more than the name.
 */
public final class Questions {
    private final Model live;
    private final Model wanted;
    private final Model deployed;
    private final Set<String> owned;
    private final List<Kept> kept;

    private Questions(
            Model live, Model wanted, Model deployed, Set<String> owned, List<Kept> kept) {
        this.live = live;
        this.wanted = wanted;
        this.deployed = deployed;
        this.owned = owned;
        this.kept = kept;
    }

    /**
     * The questions that nobody has answered.
     *
     * @param live with adopted ids, those that people said among them
     * @param deployed the model that was deployed last
     * @param owned ids of tables that are dropped when nobody wants them
     * @param kept what comes back from quarantine by its id
     */
    public static List<Question> open(
            Model live,
            Model wanted,
            Model deployed,
            Set<String> owned,
            List<Kept> kept,
            Answers answers) {
        Questions questions = new Questions(live, wanted, deployed, owned, kept);
        List<Question> found = new ArrayList<>(questions.ofTables());
        for (Table table : live.tables()) {
            wanted.table(table.id())
                    .ifPresent(will -> found.addAll(questions.ofColumns(table, will)));
        }
        return found.stream().filter(q -> !answers.deny(q.pair())).toList();
    }

    private List<Question> ofColumns(Table before, Table after) {
        List<Column> gone =
                Unmatched.columns(before, after, wanted).stream()
                        .filter(c -> c.generated() == null)
                        .toList();
        List<Column> added =
                Unmatched.columns(after, before, live).stream()
                        .filter(c -> c.generated() == null && !isKept(after, c))
                        .toList();
        List<Question> found = new ArrayList<>();
        for (Column from : gone) {
            for (Column to : added) {
                if (!isCertain(before, from, after, to)) {
                    String why = why(from, to, gone, added);
                    if (!why.isEmpty()) {
                        found.add(
                                new Question(
                                        Question.Kind.COLUMN,
                                        before.name(),
                                        from.name(),
                                        to.name(),
                                        why,
                                        true));
                    }
                }
            }
        }
        return found;
    }

    private boolean isKept(Table table, Column column) {
        return kept.stream()
                .anyMatch(
                        k -> k.origin().id().equals(table.id()) && k.column().equals(column.id()));
    }

    private boolean isCertain(Table before, Column from, Table after, Column to) {
        boolean recorded =
                deployed.table(before.id()).flatMap(t -> t.column(from.id())).isPresent();
        return recorded && !to.id().equals(DerivedIds.column(after.name(), to.name()));
    }

    private static String why(Column from, Column to, List<Column> gone, List<Column> added) {
        if (Likeness.ofNames(from.name(), to.name()) && isConvertible(from.type(), to.type())) {
            return "the names are alike and the values of one fit the other";
        }
        boolean only = count(gone, from.type()) == 1 && count(added, from.type()) == 1;
        return only && isSameKind(from.type(), to.type())
                ? "it is the only "
                        + from.type().text()
                        + " that goes, and no other comes that is like it"
                : "";
    }

    private static long count(List<Column> columns, ColumnType type) {
        return columns.stream().filter(c -> isSameKind(c.type(), type)).count();
    }

    private static boolean isSameKind(ColumnType a, ColumnType b) {
        return a.getClass() == b.getClass();
    }

    private static boolean isConvertible(ColumnType from, ColumnType to) {
        return isSameKind(from, to)
                || Conversion.hasMeaning(from, to) && TypeChange.risk(from, to) != Risk.LOSSY;
    }

    private record Candidate(Table from, Table to) {}

    private List<Question> ofTables() {
        Likeness columns = new Likeness(live, wanted);
        List<Table> created = Unmatched.missing(live, wanted);
        List<Candidate> candidates = new ArrayList<>();
        for (Table from : Unmatched.unwanted(live, wanted)) {
            for (Table to : created) {
                if (columns.mostlyAgree(from, to)) {
                    candidates.add(new Candidate(from, to));
                }
            }
        }
        List<Question> found = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Table from = candidate.from();
            Table to = candidate.to();
            boolean alike = Likeness.ofNames(from.name().name(), to.name().name());
            boolean only =
                    candidates.stream().filter(c -> c.from() == from || c.to() == to).count() == 1;
            if ((alike || only) && !isCertain(from, to)) {
                found.add(
                        new Question(
                                Question.Kind.TABLE,
                                from.name(),
                                from.name().toString(),
                                to.name().toString(),
                                alike
                                        ? "the names are alike and most columns are the same"
                                        : "most columns are the same",
                                owned.contains(from.id())));
            }
        }
        return found;
    }

    private boolean isCertain(Table from, Table to) {
        return deployed.table(from.id()).isPresent()
                && !to.id().equals(DerivedIds.table(to.name()));
    }
}
