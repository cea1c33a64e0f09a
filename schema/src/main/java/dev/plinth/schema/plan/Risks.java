package dev.plinth.schema.plan;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.model.Column;

import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Judges what a change may do to data, and says what is lost. */
final class Risks {
    private Risks() {}

    static Risk of(Change change) {
        return switch (change) {
            case Change.DropTable c -> Risk.DESTRUCTIVE;
            case Change.KeepTable c -> Risk.DESTRUCTIVE;
            case Change.ReturnTable c -> Risk.SAFE;
            case Change.KeepValues c -> Risk.SAFE;
            case Change.ReturnValues c -> Risk.SAFE;
            case Change.DropColumn c ->
                    c.column().generated() == null ? Risk.DESTRUCTIVE : Risk.SAFE;
            case Change.ChangeColumn c -> changeColumn(c);
            case Change.RebuildTable c ->
                    c.changes().stream()
                            .map(Risks::of)
                            .max(Comparator.naturalOrder())
                            .orElse(Risk.SAFE);
            case Change.AddColumn c ->
                    c.column().required()
                                    && c.column().defaultValue() == null
                                    && c.column().identity() == null
                            ? Risk.DATA_DEPENDENT
                            : Risk.SAFE;
            case Change.AddPrimaryKey c -> Risk.DATA_DEPENDENT;
            case Change.AddUnique c -> Risk.DATA_DEPENDENT;
            case Change.AddIndex c -> c.index().unique() ? Risk.DATA_DEPENDENT : Risk.SAFE;
            case Change.AddCheck c -> Risk.DATA_DEPENDENT;
            case Change.AddRelation c -> Risk.DATA_DEPENDENT;
            case Change.CreateTable c -> Risk.SAFE;
            case Change.RenameTable c -> Risk.SAFE;
            case Change.ChangeTableComment c -> Risk.SAFE;
            case Change.RenameColumn c -> Risk.SAFE;
            case Change.FillColumn c -> Risk.SAFE;
            case Change.DropPrimaryKey c -> Risk.SAFE;
            case Change.DropUnique c -> Risk.SAFE;
            case Change.DropIndex c -> Risk.SAFE;
            case Change.DropCheck c -> Risk.SAFE;
            case Change.DropRelation c -> Risk.SAFE;
            case Change.Provide c -> Risk.SAFE;
            case Change.CreateView c -> Risk.SAFE;
            case Change.DropView c -> Risk.SAFE;
        };
    }

    private static Risk changeColumn(Change.ChangeColumn change) {
        Risk risk = Risk.SAFE;
        if (change.aspects().contains(Aspect.TYPE)) {
            risk = TypeChange.risk(change.from().type(), change.to().type());
        }
        boolean becomesRequired =
                change.aspects().contains(Aspect.REQUIRED) && change.to().required();
        if (becomesRequired && risk == Risk.SAFE) {
            risk = Risk.DATA_DEPENDENT;
        }
        return change.becomesComputed() ? Risk.DESTRUCTIVE : risk;
    }

    /**
     * What is lost, and whether it is kept aside.
     *
     * @param kept where the values of columns are kept and how long, by the column's id
     * @param other what is lost of a column that goes, if not every value; empty if it is that
     */
    static String loss(Change change, Map<String, String> kept, Function<Column, String> other) {
        return switch (change) {
            case Change.DropTable c -> "every row of " + c.on() + " for good";
            case Change.KeepTable c ->
                    "every row of " + c.on() + " (kept as " + c.kept() + " until it is purged)";
            case Change.DropColumn c ->
                    c.column().generated() == null
                            ? lostOf(c, other.apply(c.column())) + kept(c.column(), kept)
                            : "";
            case Change.ChangeColumn c -> lossOf(c, kept);
            case Change.RebuildTable c ->
                    c.changes().stream()
                            .map(inside -> loss(inside, kept, other))
                            .filter(l -> !l.isEmpty())
                            .collect(Collectors.joining("; "));
            default -> "";
        };
    }

    private static String lostOf(Change.DropColumn change, String other) {
        return other.isEmpty()
                ? "every value in " + change.on() + "." + change.column().name()
                : other;
    }

    private static String kept(Column column, Map<String, String> kept) {
        String place = kept.get(column.id());
        return place == null
                ? " for good (there is no primary key to keep them by)"
                : " (kept as " + place + ")";
    }

    private static String lossOf(Change.ChangeColumn change, Map<String, String> kept) {
        String column = change.on() + "." + change.to().name();
        return switch (changeColumn(change)) {
            case LOSSY ->
                    "values in "
                            + column
                            + " may be cut or rounded from "
                            + change.from().type().text()
                            + " to "
                            + change.to().type().text();
            case DESTRUCTIVE ->
                    "the values in "
                            + column
                            + ", which are replaced by computed ones"
                            + kept(change.from(), kept);
            case SAFE, DATA_DEPENDENT -> "";
        };
    }
}
