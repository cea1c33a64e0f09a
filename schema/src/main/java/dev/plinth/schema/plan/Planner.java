package dev.plinth.schema.plan;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Cost;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.KeptValue;
import dev.plinth.schema.dialect.Statements;
import dev.plinth.schema.dialect.TemporaryNames;
import dev.plinth.schema.diff.Moves;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Orders changes and turns each into a step. */
public final class Planner {
    private Planner() {}

    /** For a server that is not at hand. */
    public static List<Step> steps(
            List<Change> changes, Model live, Model wanted, Dialect dialect) {
        return steps(changes, live, Moves.none(wanted), dialect, "", false);
    }

    /**
     * @param live what is there, with adopted ids
     * @param wanted the lowered model, and what moves within it
     * @param version of the server, as the inspection found it
     * @param online whether others are to wait as little as the database allows
     */
    public static List<Step> steps(
            List<Change> changes,
            Model live,
            Moves wanted,
            Dialect dialect,
            String version,
            boolean online) {
        Preflights preflights =
                new Preflights(
                        dialect, new LiveNames(live, wanted.wanted()), wanted.all(), changes);
        List<Change> ordered = new ArrayList<>(changes);
        ordered.sort(
                Comparator.<Change>comparingInt(Planner::phase)
                        .thenComparingInt(c -> MovedSteps.turn(c, wanted.all())));
        Map<String, Change.KeepValues> kept = kept(ordered);
        Set<String> dropped = dropped(ordered);
        Map<String, String> places = new HashMap<>();
        kept.forEach((id, keeping) -> places.put(id, place(keeping, dropped)));
        Set<TableName> made = made(changes);
        Optional<Statements> gentle = online ? dialect.onlineStatements() : Optional.empty();
        List<Step> steps = new ArrayList<>();
        for (Change change : KeysLeft.of(ordered)) {
            boolean isNew = made.contains(change.on());
            Cost cost = isNew ? Cost.NONE : dialect.costs().of(change, version);
            Statements statements = gentle.filter(s -> !isNew).orElse(dialect.statements());
            String meanwhile = statements.lostMeanwhile(change);
            Risk risk = Risks.of(change);
            steps.add(
                    new Step(
                            steps.size() + 1,
                            change,
                            change instanceof Change.RenameColumn
                                            || change instanceof Change.RenameTable
                                    ? Titles.of(change)
                                    : named(MovedSteps.title(change, wanted.all()), live),
                            meanwhile.isEmpty() || risk.needsConsent() ? risk : Risk.LOSSY,
                            gentle.isPresent() ? cost.online() : cost,
                            named(
                                    Stream.of(
                                                    MovedSteps.loss(change, places, wanted.all()),
                                                    meanwhile)
                                            .filter(l -> !l.isEmpty())
                                            .collect(Collectors.joining("; ")),
                                    live),
                            statements.write(change),
                            statements.repeats(change),
                            reverse(change, kept, dropped, dialect),
                            preflights.of(change)));
        }
        return steps;
    }

    /** Tables that have no rows yet and that nobody waits for. */
    private static Set<TableName> made(List<Change> changes) {
        return changes.stream()
                .filter(Change.CreateTable.class::isInstance)
                .map(Change::on)
                .collect(Collectors.toSet());
    }

    /** What stepped aside for the length of the plan is called as people know it. */
    private static String named(String text, Model live) {
        String named = text;
        for (Table table : live.tables()) {
            if (named.contains(TemporaryNames.of(""))) {
                named = named.replace(TemporaryNames.of(table.id()), table.name().name());
                for (Column column : table.columns()) {
                    named = named.replace(TemporaryNames.of(column.id()), column.name());
                }
            }
        }
        return named;
    }

    private static Map<String, Change.KeepValues> kept(List<Change> changes) {
        Map<String, Change.KeepValues> kept = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof Change.KeepValues keeping) {
                kept.put(keeping.column().id(), keeping);
            }
        }
        return kept;
    }

    private static Set<String> dropped(List<Change> changes) {
        Set<String> ids = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.DropColumn drop) {
                ids.add(drop.column().id());
            } else if (change instanceof Change.RebuildTable rebuild) {
                ids.addAll(dropped(rebuild.changes()));
            }
        }
        return ids;
    }

    private static boolean losesKey(Change.KeepValues keeping, Set<String> dropped) {
        return keeping.key().stream().anyMatch(c -> dropped.contains(c.id()));
    }

    private static String place(Change.KeepValues keeping, Set<String> dropped) {
        return keeping.copy().name().name()
                + " until they are purged"
                + (losesKey(keeping, dropped)
                        ? ", but cannot be given back to rows that lose the key they are kept by"
                        : "");
    }

    /** A dropped column comes back with the values that were kept. */
    private static List<String> reverse(
            Change change,
            Map<String, Change.KeepValues> kept,
            Set<String> dropped,
            Dialect dialect) {
        Change.KeepValues keeping =
                change instanceof Change.DropColumn drop ? kept.get(drop.column().id()) : null;
        if (keeping != null) {
            return losesKey(keeping, dropped) ? List.of() : refilled(keeping, dialect);
        }
        return change.reverse()
                .filter(dialect.statements()::knows)
                .map(dialect.statements()::write)
                .orElse(List.of());
    }

    private static List<String> refilled(Change.KeepValues keeping, Dialect dialect) {
        Table table = keeping.table();
        Column column = keeping.column();
        Column open = column.withRequired(false).withDefault(null);
        Column filled =
                column.withBackfill(
                        new KeptValue(table, keeping.key(), keeping.copy(), dialect.names())
                                .or(column));
        List<Change> back = new ArrayList<>();
        back.add(new Change.AddColumn(table, open));
        back.add(new Change.FillColumn(table, filled));
        Set<Change.Aspect> aspects = Change.Aspect.between(open, column, true);
        Change settled = new Change.ChangeColumn(table, open, column, aspects);
        if (!aspects.isEmpty() && dialect.statements().supports(settled)) {
            back.add(settled);
        }
        return back.stream().flatMap(c -> dialect.statements().write(c).stream()).toList();
    }

    /**
     * When a kind of change runs. What hangs on names goes before renames; what refers to a table
     * comes after that table; columns go last, since others may be filled from them.
     */
    private static int phase(Change change) {
        return switch (change) {
            case Change.DropView c -> 0;
            case Change.Provide c -> 0;
            case Change.DropRelation c -> 1;
            case Change.DropIndex c -> 2;
            case Change.DropUnique c -> 2;
            case Change.DropCheck c -> 2;
            case Change.DropPrimaryKey c -> 3;
            case Change.ReturnTable c -> 5;
            case Change.RenameTable c -> 5;
            case Change.RenameColumn c -> 6;
            case Change.KeepValues c -> 7;
            case Change.CreateTable c -> 7;
            case Change.AddColumn c -> 8;
            case Change.FillColumn c -> 9;
            case Change.ChangeColumn c -> c.becomesStored() ? 4 : 10;
            case Change.RebuildTable c -> 11;
            case Change.ReturnValues c -> 12;
            // One that is computed holds nothing and may be in the way of what it is computed from.
            case Change.DropColumn c -> c.column().generated() == null ? 13 : 4;
            case Change.AddPrimaryKey c -> 14;
            case Change.AddUnique c -> 15;
            case Change.AddIndex c -> 16;
            case Change.AddCheck c -> 16;
            case Change.AddRelation c -> 17;
            case Change.ChangeTableComment c -> 18;
            case Change.DropTable c -> 19;
            case Change.KeepTable c -> 19;
            case Change.CreateView c -> 20;
        };
    }
}
