package dev.plinth.schema.deploy;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.Problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a database after deployments that did not reach their end: which name each
 * element bears by now, which tables are ours, and whether the statement in flight took effect.
 */
final class Interruption {
    private final List<Unfinished> unfinished;
    private final Model inspected;

    /**
     * @param inspected what is there, with the ids of the inspection
     */
    Interruption(List<Unfinished> unfinished, Model inspected) {
        this.unfinished = List.copyOf(unfinished);
        this.inspected = inspected;
    }

    /** Ids of the tables that were made, or may have been. */
    Set<String> created() {
        Set<String> ids = new HashSet<>();
        unfinished.forEach(
                u ->
                        u.steps().stream()
                                .flatMap(
                                        s ->
                                                Optional.ofNullable(s.effect().get("created"))
                                                        .stream())
                                .forEach(ids::add));
        return ids;
    }

    /** Ids of columns that may have been added without what their rows were to get. */
    Set<String> unfilled() {
        return without("added", "filled");
    }

    /** Ids of columns that may be stored again without what they held before. */
    Set<String> unreturned() {
        return without("stored", "returned");
    }

    private Set<String> without(String begun, String ended) {
        Set<String> ids = new HashSet<>();
        for (Unfinished one : unfinished) {
            for (Unfinished.Begun step : one.steps()) {
                Optional.ofNullable(step.effect().get(begun)).ifPresent(ids::add);
                if (step.done()) {
                    Optional.ofNullable(step.effect().get(ended)).ifPresent(ids::remove);
                }
            }
        }
        return ids;
    }

    /** Whether a statement that makes something of this name was begun and not seen to end. */
    boolean wasMaking(String name) {
        return unfinished.stream()
                .flatMap(u -> u.steps().stream())
                .anyMatch(s -> !s.done() && s.statement().contains(name));
    }

    /** The model that was deployed last, under the names that its elements bear by now. */
    Model renamed(Model deployed) {
        Model now = deployed;
        for (Unfinished one : unfinished) {
            for (Unfinished.Begun step : one.steps()) {
                now = after(now, step);
            }
            now = withNew(now, one.target());
        }
        return now;
    }

    private Model after(Model model, Unfinished.Begun step) {
        String from = step.effect().get("from");
        String to = step.effect().get("to");
        if (from == null || to == null) {
            return model;
        }
        String table = step.effect().get("table");
        List<Table> tables = new ArrayList<>();
        for (Table each : model.tables()) {
            if (table == null) {
                boolean renamed =
                        each.name().toString().equals(from)
                                && (step.done() || isThere(TableName.parse(to)));
                tables.add(renamed ? each.withName(TableName.parse(to)) : each);
            } else if (each.id().equals(table)) {
                boolean renamed = step.done() || hasColumn(each.name(), to);
                tables.add(renamed ? withColumn(each, from, to) : each);
            } else {
                tables.add(each);
            }
        }
        return model.withTables(tables);
    }

    private boolean isThere(TableName name) {
        return inspected.tableNamed(name).isPresent();
    }

    private boolean hasColumn(TableName table, String column) {
        return inspected.tableNamed(table).flatMap(t -> t.columnNamed(column)).isPresent();
    }

    private static Table withColumn(Table table, String from, String to) {
        return table.withColumns(
                table.columns().stream()
                        .map(c -> c.name().equals(from) ? c.withName(to) : c)
                        .toList());
    }

    /** With the elements that were to be added, wherever one of that name is there. */
    private Model withNew(Model model, Model target) {
        Map<String, Table> tables = new LinkedHashMap<>();
        model.tables().forEach(t -> tables.put(t.id(), t));
        for (Table wanted : target.tables()) {
            Table known = tables.get(wanted.id());
            if (known == null) {
                tables.put(wanted.id(), wanted);
                continue;
            }
            List<Column> columns = new ArrayList<>(known.columns());
            wanted.columns().stream()
                    .filter(c -> known.column(c.id()).isEmpty())
                    .filter(c -> known.columnNamed(c.name()).isEmpty())
                    .forEach(columns::add);
            tables.put(wanted.id(), known.withColumns(columns));
        }
        return model.withTables(List.copyOf(tables.values()));
    }

    /**
     * Tells people what was found.
     *
     * @param left what a plan for the same model would still run
     * @param running whether somebody holds the lock
     * @param undone whether the database takes back what was begun and leaves no trace of it
     */
    List<Problem> notes(List<Step> left, boolean running, boolean undone) {
        List<Problem> notes = new ArrayList<>();
        for (Unfinished one : unfinished) {
            if (!one.isRunning() && !one.status().equals(Bookkeeping.INTERRUPTED)) {
                continue;
            }
            notes.add(
                    one.isRunning() && running
                            ? Problem.warning(
                                    "D212",
                                    "",
                                    "A deployment is running since " + one.startedAt() + ".",
                                    "Wait until it has ended, then plan again.")
                            : Problem.warning(
                                    "D210",
                                    "",
                                    "The deployment begun at "
                                            + one.startedAt()
                                            + " was interrupted"
                                            + where(one, left, undone && one.steps().isEmpty()),
                                    undone && one.steps().isEmpty()
                                            ? "Apply again to run it."
                                            : "Applying goes on from what the database is now;"
                                                    + " \"plinth undo\" goes back to the model"
                                                    + " before."));
        }
        return notes;
    }

    private static String where(Unfinished one, List<Step> left, boolean undone) {
        if (undone) {
            return "; the database has taken back everything it did.";
        }
        if (one.steps().isEmpty()) {
            return " before its first step.";
        }
        Unfinished.Begun last = one.steps().getLast();
        String place =
                "step " + last.number() + " of " + one.stepCount() + ", \"" + last.title() + "\"";
        if (last.done()) {
            return " after " + place + ".";
        }
        if (last.statement().isEmpty()) {
            return " in " + place + ", before its first statement.";
        }
        boolean landed = left.stream().noneMatch(s -> s.sql().contains(last.statement()));
        return " in "
                + place
                + ". The statement in flight "
                + (landed ? "had taken effect: " : "had no effect, or is run again: ")
                + last.statement();
    }
}
