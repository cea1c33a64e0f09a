package dev.plinth.data.run;

import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogRelation;
import dev.plinth.data.catalog.CatalogRelation.Junction;
import dev.plinth.data.catalog.CatalogRelation.Pair;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.Nest;
import dev.plinth.data.plan.Nest.Branch;
import dev.plinth.data.plan.Nest.Nested;
import dev.plinth.data.plan.Stored;
import dev.plinth.data.plan.WriteRow;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.sql.WriteSql;
import dev.plinth.data.sql.WriteSql.Target;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes rows with the rows that are nested in them: first those that they refer to, then they
 * themselves, then those that refer to them. All rows of a level are written together.
 */
public final class NestRun {
    private final WriteContext context;
    private final Consumer<Attempt> attempts;
    private final NestCheck check;

    /**
     * @param attempts told what is tried, should the database refuse it
     */
    public NestRun(WriteContext context, int roots, Consumer<Attempt> attempts) {
        this.context = context;
        this.attempts = attempts;
        this.check = new NestCheck(context, roots);
    }

    /** Writes the rows of a body itself. */
    @FunctionalInterface
    public interface RootWrite {
        Written write(List<WriteRow> rows) throws SQLException, IOException;
    }

    /** Writes the rows of a body with all that is nested in them. */
    public Written run(VisibleTable table, Nest.Root body, RootWrite write)
            throws SQLException, IOException {
        if (body.branches().isEmpty()) {
            return write.write(body.rows());
        }
        check.all(body.branches());
        List<WriteRow> rows = before(body.rows(), body.branches());
        Attempt attempt = new Attempt(table.table(), false, rows);
        attempts.accept(attempt);
        Written written = write.write(rows);
        List<List<Object>> keys = written.keys();
        if (keys == null || keys.size() != rows.size()) {
            throw new Refusal(
                    Reason.NOT_POSSIBLE,
                    "Related rows are written with exactly one row each",
                    "The query affects " + written.affected() + " rows",
                    null);
        }
        after(table.table(), keys, body.branches());
        attempts.accept(attempt);
        return written;
    }

    /** Writes the rows that rows refer to, and lets them do so. */
    private List<WriteRow> before(List<WriteRow> rows, List<Branch> branches) throws SQLException {
        List<WriteRow> linked = new ArrayList<>(rows);
        for (Branch branch : branches) {
            CatalogRelation relation = branch.relation();
            if (relation.holdsKey()) {
                Nest nest = branch.nest();
                List<CatalogColumn> targets = relation.pairs().stream().map(Pair::target).toList();
                List<List<Object>> values = write(nest, rowsOf(nest), targets);
                for (int i = 0; i < values.size(); i++) {
                    Nested nested = nest.rows().get(i);
                    linked.set(
                            nested.parent(),
                            linked(
                                    linked.get(nested.parent()),
                                    relation.sourceColumns(),
                                    values.get(i),
                                    nested));
                }
            }
        }
        return linked;
    }

    private static List<WriteRow> rowsOf(Nest nest) {
        return nest.rows().stream().map(Nested::values).toList();
    }

    /** Writes the rows that refer to rows. */
    private void after(CatalogTable table, List<List<Object>> keys, List<Branch> branches)
            throws SQLException {
        for (Branch branch : branches) {
            CatalogRelation relation = branch.relation();
            if (relation.holdsKey()) {
                continue;
            }
            Nest nest = branch.nest();
            List<List<Object>> parents = values(table, keys, relation.sourceColumns());
            Junction junction = relation.junction();
            VisibleTable between = branch.junction();
            if (junction == null || between == null) {
                List<CatalogColumn> targets = relation.pairs().stream().map(Pair::target).toList();
                List<WriteRow> rows = new ArrayList<>();
                for (Nested nested : nest.rows()) {
                    rows.add(
                            linked(nested.values(), targets, parents.get(nested.parent()), nested));
                }
                write(nest, rows, List.of());
            } else {
                join(junction, between, nest, parents);
            }
        }
    }

    private void join(
            Junction junction, VisibleTable between, Nest nest, List<List<Object>> parents)
            throws SQLException {
        List<CatalogColumn> outer = junction.out().stream().map(Pair::target).toList();
        List<List<Object>> targets = write(nest, rowsOf(nest), outer);
        List<CatalogColumn> in = junction.in().stream().map(Pair::target).toList();
        List<CatalogColumn> out = junction.out().stream().map(Pair::source).toList();
        WriteRow none = new WriteRow(Map.of());
        List<WriteRow> rows = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            Nested nested = nest.rows().get(i);
            WriteRow half = linked(none, in, parents.get(nested.parent()), nested);
            rows.add(linked(half, out, targets.get(i), nested));
        }
        write(new Nest(between, nest.path(), nest.rows(), List.of()), rows, List.of());
    }

    /** A row that refers to another one; if it says to which, it is that one. */
    private static WriteRow linked(
            WriteRow row, List<CatalogColumn> columns, List<Object> values, Nested nested) {
        Map<CatalogColumn, Stored> linked = new LinkedHashMap<>(row.values());
        for (int i = 0; i < columns.size(); i++) {
            Stored given = linked.put(columns.get(i), new Stored(values.get(i), false));
            if (given != null && !isSame(given, values.get(i))) {
                throw new Refusal(
                                Reason.BODY,
                                "\""
                                        + columns.get(i).name()
                                        + "\" has another value than the related row")
                        .at(nested.place());
            }
        }
        return new WriteRow(linked);
    }

    private static boolean isSame(Stored given, Object value) {
        Object known = given.value();
        return given.isDefault()
                || given.isJson()
                || known != null && Keys.normal(List.of(known)).equals(Keys.normal(List.of(value)));
    }

    /**
     * Writes the rows of a level with all that is nested in them.
     *
     * @param rows as they are written, in the order of the nest
     * @return what columns of theirs hold
     */
    private List<List<Object>> write(Nest nest, List<WriteRow> rows, List<CatalogColumn> columns)
            throws SQLException {
        List<WriteRow> whole = before(rows, nest.branches());
        boolean wantsKeys =
                !columns.isEmpty()
                        || nest.branches().stream().anyMatch(b -> !b.relation().holdsKey());
        List<List<Object>> keys =
                new LevelRun(context, nest, check, attempts).run(whole, wantsKeys);
        after(nest.table().table(), keys, nest.branches());
        return columns.isEmpty() ? List.of() : values(nest.table().table(), keys, columns);
    }

    /** What columns of rows hold. */
    private List<List<Object>> values(
            CatalogTable table, List<List<Object>> keys, List<CatalogColumn> columns)
            throws SQLException {
        List<CatalogColumn> address = table.address();
        if (address.containsAll(columns)) {
            int[] places = columns.stream().mapToInt(address::indexOf).toArray();
            return keys.stream()
                    .map(k -> java.util.Arrays.stream(places).mapToObj(k::get).toList())
                    .toList();
        }
        List<CatalogColumn> read = new ArrayList<>(address);
        read.addAll(columns);
        List<ColumnType> types = WriteSql.keyTypes(context.dialect(), read);
        Map<List<Object>, List<Object>> found = new HashMap<>();
        for (List<List<Object>> chunk : Chunks.ofKeys(keys)) {
            Target target = Target.of(table, address, chunk);
            context.session()
                    .each(
                            WriteSql.select(
                                    context.dialect(),
                                    context.caller(),
                                    target,
                                    read,
                                    List.of(),
                                    false),
                            types,
                            row ->
                                    found.put(
                                            Keys.normal(part(row, 0, address.size())),
                                            part(row, address.size(), row.length)));
        }
        return keys.stream().map(k -> found.getOrDefault(Keys.normal(k), List.of())).toList();
    }

    private static List<Object> part(@Nullable Object[] row, int from, int to) {
        List<Object> part = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Object value = row[i];
            if (value == null) {
                throw new Refusal(
                        Reason.NOT_POSSIBLE,
                        "A row that others refer to has no value in the column they refer to");
            }
            part.add(value);
        }
        return part;
    }
}
