package dev.plinth.schema.plan;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.TextType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The questions that a change asks the live data, as it stands before anything has run. */
final class Preflights {
    private final Names names;
    private final LiveNames live;

    /**
     * @param live tells how tables and columns are named before the renames have run
     */
    Preflights(Dialect dialect, LiveNames live) {
        this.names = dialect.names();
        this.live = live;
    }

    List<Preflight> of(Change change) {
        return switch (change) {
            case Change.DropTable(Table table, var keys) ->
                    List.of(
                            count(
                                    "rows in " + table.name(),
                                    "SELECT COUNT(*) FROM " + from(table),
                                    false));
            case Change.KeepTable(Table table, var keys, var kept) ->
                    List.of(
                            count(
                                    "rows in " + table.name(),
                                    "SELECT COUNT(*) FROM " + from(table),
                                    false));
            case Change.ReturnTable(Table kept, TableName to) ->
                    List.of(
                            count(
                                    "rows kept of " + to,
                                    "SELECT COUNT(*) FROM " + names.quote(kept.name()),
                                    false));
            case Change.DropColumn(Table table, Column column) ->
                    List.of(
                            count(
                                    "values in " + label(table, column),
                                    "SELECT COUNT(" + name(table, column) + ") FROM " + from(table),
                                    false));
            case Change.AddColumn(Table table, Column column) -> addColumn(table, column);
            case Change.ChangeColumn(Table table, Column from, Column to, var aspects) ->
                    changeColumn(
                            table, from, to, aspects.contains(Aspect.TYPE), required(aspects, to));
            case Change.AddPrimaryKey(Table table, var key) ->
                    duplicates(table, key.columns(), "key");
            case Change.AddUnique(Table table, var key) ->
                    duplicates(table, key.columns(), "unique key " + key.name());
            case Change.AddIndex(Table table, var index) ->
                    index.unique()
                                    && index.where() == null
                                    && index.parts().stream().allMatch(p -> p.isColumn())
                            ? duplicates(
                                    table,
                                    index.parts().stream().map(p -> p.column()).toList(),
                                    "unique index " + index.name())
                            : List.of();
            case Change.AddCheck(Table table, Check check) -> check(table, check);
            case Change.AddRelation(Table table, ForeignKey key) -> orphans(table, key);
            case Change.RebuildTable rebuild ->
                    rebuild.changes().stream().flatMap(c -> of(c).stream()).toList();
            case Change.KeepValues c -> List.of();
            case Change.CreateTable c -> List.of();
            case Change.RenameTable c -> List.of();
            case Change.ChangeTableComment c -> List.of();
            case Change.RenameColumn c -> List.of();
            case Change.FillColumn(Table table, Column column) -> fillColumn(table, column);
            case Change.DropPrimaryKey c -> List.of();
            case Change.DropUnique c -> List.of();
            case Change.DropIndex c -> List.of();
            case Change.DropCheck c -> List.of();
            case Change.DropRelation c -> List.of();
            case Change.CreateView c -> List.of();
            case Change.DropView c -> List.of();
        };
    }

    private static boolean required(java.util.Set<Aspect> aspects, Column to) {
        return aspects.contains(Aspect.REQUIRED) && to.required() && to.backfill() == null;
    }

    private List<Preflight> addColumn(Table table, Column column) {
        boolean filled =
                column.defaultValue() != null
                        || column.identity() != null
                        || column.generated() != null;
        return column.required() && !filled
                ? List.of(
                        count(
                                "rows of "
                                        + table.name()
                                        + " that would have no value in "
                                        + column.name(),
                                "SELECT COUNT(*) FROM " + from(table),
                                true))
                : List.of();
    }

    /** Only when nothing is renamed: the backfill speaks of the names that will be. */
    private List<Preflight> fillColumn(Table table, Column column) {
        Expression backfill = column.backfill();
        if (!column.required() || backfill == null || !live.isUnrenamed(table)) {
            return List.of();
        }
        String missing = "(" + backfill.text() + ") IS NULL";
        if (live.hasColumn(table.id(), column.id())) {
            missing = name(table, column) + " IS NULL AND " + missing;
        }
        return List.of(
                count(
                        "rows of " + table.name() + " that would have no value in " + column.name(),
                        "SELECT COUNT(*) FROM " + from(table) + " WHERE " + missing,
                        true));
    }

    private List<Preflight> changeColumn(
            Table table, Column from, Column to, boolean retyped, boolean required) {
        List<Preflight> questions = new ArrayList<>();
        String column = name(table, to);
        if (retyped) {
            conversion(table, from, to, column).ifPresentOrElse(questions::add, () -> {});
        }
        if (required) {
            questions.add(
                    count(
                            "rows without a value in " + label(table, to),
                            "SELECT COUNT(*) FROM " + from(table) + " WHERE " + column + " IS NULL",
                            true));
        }
        return questions;
    }

    private java.util.Optional<Preflight> conversion(
            Table table, Column from, Column to, String column) {
        Risk risk = TypeChange.risk(from.type(), to.type());
        if (risk == Risk.SAFE) {
            return java.util.Optional.empty();
        }
        ColumnType type = to.type();
        String question = "values in " + label(table, to) + " that do not fit " + describe(type);
        return java.util.Optional.of(
                new Preflight.Conversion(
                        question,
                        "SELECT "
                                + column
                                + " FROM "
                                + from(table)
                                + " WHERE "
                                + column
                                + " IS NOT NULL",
                        from.type(),
                        type,
                        risk == Risk.DATA_DEPENDENT));
    }

    private static String describe(ColumnType type) {
        return type instanceof TextType(int length)
                ? "into " + length + " characters"
                : type.text();
    }

    private List<Preflight> duplicates(Table table, List<String> columnIds, String what) {
        List<String> columns =
                columnIds.stream()
                        .flatMap(id -> table.column(id).stream())
                        .filter(c -> live.hasColumn(table.id(), c.id()))
                        .map(c -> name(table, c))
                        .toList();
        if (columns.isEmpty() || columns.size() < columnIds.size() || !live.hasTable(table.id())) {
            return List.of();
        }
        String list = String.join(", ", columns);
        String present =
                columns.stream().map(c -> c + " IS NOT NULL").collect(Collectors.joining(" AND "));
        return List.of(
                count(
                        "groups of rows of " + table.name() + " that are equal in " + what,
                        "SELECT COUNT(*) FROM (SELECT "
                                + list
                                + " FROM "
                                + from(table)
                                + " WHERE "
                                + present
                                + " GROUP BY "
                                + list
                                + " HAVING COUNT(*) > 1) d",
                        true));
    }

    /** Only when no column is renamed or new: the condition speaks of the names that will be. */
    private List<Preflight> check(Table table, Check check) {
        if (!live.hasSameNames(table)) {
            return List.of();
        }
        return List.of(
                count(
                        "rows of " + table.name() + " that break " + check.name(),
                        "SELECT COUNT(*) FROM "
                                + from(table)
                                + " WHERE NOT ("
                                + check.expression().text()
                                + ")",
                        true));
    }

    private List<Preflight> orphans(Table table, ForeignKey key) {
        List<Column> columns =
                key.columns().stream().flatMap(n -> table.columnNamed(n).stream()).toList();
        boolean known =
                live.hasTable(table.id())
                        && columns.stream().allMatch(c -> live.hasColumn(table.id(), c.id()))
                        && live.targetNames(key).isPresent();
        if (!known) {
            return List.of();
        }
        LiveNames.Target target = live.targetNames(key).get();
        StringBuilder match = new StringBuilder();
        StringBuilder present = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            String column = "c." + name(table, columns.get(i));
            present.append(i == 0 ? "" : " AND ").append(column).append(" IS NOT NULL");
            match.append(i == 0 ? "" : " AND ")
                    .append("p.")
                    .append(names.quote(target.columns().get(i)))
                    .append(" = ")
                    .append(column);
        }
        return List.of(
                count(
                        "rows of " + table.name() + " that point to no row of " + key.target(),
                        "SELECT COUNT(*) FROM "
                                + from(table)
                                + " c WHERE "
                                + present
                                + " AND NOT EXISTS (SELECT 1 FROM "
                                + names.quote(target.table())
                                + " p WHERE "
                                + match
                                + ")",
                        true));
    }

    private static Preflight count(String question, String sql, boolean blocking) {
        return new Preflight.Count(question, sql, blocking);
    }

    private String from(Table table) {
        TableName name = live.table(table);
        return names.quote(name);
    }

    private String name(Table table, Column column) {
        return names.quote(live.column(table.id(), column));
    }

    private static String label(Table table, Column column) {
        return table.name() + "." + column.name();
    }
}
