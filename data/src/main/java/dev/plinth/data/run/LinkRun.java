package dev.plinth.data.run;

import dev.plinth.data.plan.ImportColumn;
import dev.plinth.data.plan.ImportProblems;
import dev.plinth.data.plan.ImportProblems.Problem;
import dev.plinth.data.plan.ImportRow;
import dev.plinth.data.plan.Link;
import dev.plinth.data.plan.Stored;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.sql.WriteSql;
import dev.plinth.data.sql.WriteSql.Target;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds the keys of the rows that links mean, those of many rows at once. */
final class LinkRun {
    private final WriteContext context;
    private final List<ImportColumn> columns;

    LinkRun(WriteContext context, List<ImportColumn> columns) {
        this.context = context;
        this.columns = columns;
    }

    /** The rows whose links lead somewhere, with keys in their place; the others are noted. */
    List<ImportRow> resolve(List<ImportRow> rows, ImportProblems problems) throws SQLException {
        List<ImportRow> left = rows;
        for (int i = 0; i < columns.size(); i++) {
            Link link = columns.get(i).link();
            if (link != null) {
                left = resolve(left, i, link, problems);
            }
        }
        return left;
    }

    private List<ImportRow> resolve(
            List<ImportRow> rows, int column, Link link, ImportProblems problems)
            throws SQLException {
        Map<List<Object>, List<Object>> wanted = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            Stored value = row.value(column);
            if (value != null && value.value() != null) {
                List<Object> known = List.of(value.value());
                wanted.putIfAbsent(Keys.normal(known), known);
            }
        }
        Map<List<Object>, Object> found = find(link, List.copyOf(wanted.values()));
        List<ImportRow> left = new ArrayList<>(rows.size());
        for (ImportRow row : rows) {
            Stored value = row.value(column);
            if (value == null || value.value() == null) {
                left.add(row);
                continue;
            }
            List<Object> known = Keys.normal(List.of(value.value()));
            Object key = found.getOrDefault(known, found.get(Keys.folded(known)));
            if (key == null) {
                problems.add(
                        row.number(),
                        row.line(),
                        List.of(new Problem(columns.get(column).name(), none(link, value))));
            } else {
                row.put(column, new Stored(key, false));
                left.add(row);
            }
        }
        return left;
    }

    /** Keys by what rows are known by, as it is and without what collations overlook. */
    private Map<List<Object>, Object> find(Link link, List<List<Object>> known)
            throws SQLException {
        Map<List<Object>, Object> found = new HashMap<>();
        for (List<List<Object>> chunk : Chunks.ofKeys(known)) {
            List<List<Object>> rows =
                    context.session()
                            .rows(
                                    WriteSql.select(
                                            context.dialect(),
                                            context.caller(),
                                            Target.of(link.target(), List.of(link.by()), chunk)
                                                    .withRule(link.rule()),
                                            List.of(link.by(), link.key()),
                                            List.of(),
                                            false),
                                    WriteSql.keyTypes(
                                            context.dialect(), List.of(link.by(), link.key())));
            for (List<Object> row : rows) {
                List<Object> by = Keys.normal(List.of(row.getFirst()));
                found.put(by, row.getLast());
                found.putIfAbsent(Keys.folded(by), row.getLast());
            }
        }
        return found;
    }

    private static Refusal none(Link link, Stored value) {
        return new Refusal(
                Reason.REFERENCE,
                "No row of \""
                        + link.target().name()
                        + "\" has "
                        + link.by().name()
                        + " \""
                        + link.by().type().format(Objects.requireNonNull(value.value()))
                        + "\"");
    }
}
