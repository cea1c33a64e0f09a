package dev.plinth.schema.plan;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.diff.Move;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.TableName;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is different about steps that move a column to another table. */
final class MovedSteps {
    private MovedSteps() {}

    static String title(Change change, List<Move> moves) {
        return Titles.of(change, c -> addition(c, moves));
    }

    private static String addition(Change change, List<Move> moves) {
        return switch (change) {
            case Change.AddColumn add ->
                    to(add.on(), add.column(), moves)
                            .map(m -> ", moved from " + m.source())
                            .orElse("");
            case Change.FillColumn fill ->
                    to(fill.on(), fill.column(), moves)
                            .map(m -> ", with what is moved from " + m.source())
                            .orElse("");
            case Change.DropColumn drop ->
                    from(drop.column(), moves).map(m -> ", moved to " + m.target()).orElse("");
            default -> "";
        };
    }

    static String loss(Change change, Map<String, String> kept, List<Move> moves) {
        return Risks.loss(
                change,
                kept,
                column ->
                        from(column, moves)
                                .map(
                                        m ->
                                                "the values of "
                                                        + m.source()
                                                        + " that no row of "
                                                        + m.to().name()
                                                        + " has got; they are moved to "
                                                        + m.target())
                                .orElse(""));
    }

    private static Optional<Move> to(TableName table, Column column, List<Move> moves) {
        return moves.stream()
                .filter(m -> m.column().id().equals(column.id()) && m.to().name().equals(table))
                .findFirst();
    }

    private static Optional<Move> from(Column column, List<Move> moves) {
        return moves.stream().filter(m -> m.column().id().equals(column.id())).findFirst();
    }

    /** A table that is made anew loses its column when all others have been filled from it. */
    static int turn(Change change, List<Move> moves) {
        return change instanceof Change.RebuildTable rebuild
                ? turn(rebuild.from().id(), moves, new HashSet<>())
                : 0;
    }

    private static int turn(String table, List<Move> moves, Set<String> seen) {
        return seen.add(table)
                ? moves.stream()
                        .filter(m -> m.from().id().equals(table))
                        .mapToInt(m -> 1 + turn(m.to().id(), moves, seen))
                        .max()
                        .orElse(0)
                : 0;
    }
}
