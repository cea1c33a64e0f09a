package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.plan.Finding;
import dev.plinth.schema.plan.Preflight;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.Conversion;
import dev.plinth.schema.type.InvalidValueException;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts the questions of a plan to the live data. */
final class Preflighter {
    private static final int EXAMPLES = 5;
    private static final int FETCH_SIZE = 500;

    private final Connection connection;
    private final Dialect dialect;
    private final Watch watch;

    Preflighter(Connection connection, Dialect dialect, Watch watch) {
        this.connection = connection;
        this.dialect = dialect;
        this.watch = watch;
    }

    private ResultSet query(Statement statement, String sql) throws SQLException {
        return watch.over(statement, () -> statement.executeQuery(sql));
    }

    List<Finding> findings(List<Step> steps) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (Step step : steps) {
            for (Preflight preflight : step.preflights()) {
                findings.add(
                        switch (preflight) {
                            case Preflight.Count count -> count(step.number(), count);
                            case Preflight.Conversion conversion ->
                                    convert(step.number(), conversion);
                            case Preflight.Merging merging -> merge(step.number(), merging);
                        });
            }
        }
        return findings;
    }

    private Finding count(int step, Preflight.Count preflight) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = query(statement, preflight.sql())) {
            rows.next();
            long count = rows.getLong(1);
            List<String> examples =
                    count == 0 || preflight.rows() == null ? List.of() : shown(preflight.rows());
            return new Finding(step, preflight, count, examples);
        }
    }

    private List<String> shown(Preflight.Rows wanted) throws SQLException {
        List<String> shown = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(EXAMPLES);
            try (ResultSet rows = query(statement, wanted.sql())) {
                while (rows.next()) {
                    shown.add(told(rows, 1, wanted.columns()));
                }
            }
        }
        return shown;
    }

    /** A row by some of its columns: "order 7, line 2". */
    private String told(ResultSet rows, int first, List<Column> columns) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (Column column : columns) {
            Object value = dialect.types().read(rows, first + parts.size(), column.type());
            String text = value == null ? "without a value" : column.type().format(value);
            parts.add(column.name() + " " + text);
        }
        return String.join(", ", parts);
    }

    /** Tries the conversion here rather than in SQL: databases differ in what they accept. */
    private Finding convert(int step, Preflight.Conversion preflight) throws SQLException {
        long misfits = 0;
        List<String> examples = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = query(statement, preflight.sql())) {
                while (rows.next()) {
                    Object value = dialect.types().read(rows, 1, preflight.from());
                    if (value == null) {
                        continue;
                    }
                    if (isHit(preflight, value)) {
                        misfits++;
                        if (examples.size() < EXAMPLES) {
                            String text = preflight.from().format(value);
                            String row = told(rows, 2, preflight.key());
                            examples.add(row.isEmpty() ? text : text + " (" + row + ")");
                        }
                    }
                }
            }
        }
        return new Finding(step, preflight, misfits, examples);
    }

    private static boolean isHit(Preflight.Conversion preflight, Object value) {
        if (!preflight.blocking()) {
            return Conversion.changes(value, preflight.from(), preflight.to());
        }
        try {
            Conversion.of(value, preflight.from(), preflight.to());
            return false;
        } catch (InvalidValueException e) {
            return true;
        }
    }

    /** Read twice, so that of many rows only those are remembered that may be equal. */
    private Finding merge(int step, Preflight.Merging preflight) throws SQLException {
        Repeats repeats = new Repeats();
        eachMerged(preflight, repeats::note);
        if (repeats.isPossible()) {
            eachMerged(preflight, repeats::compare);
        }
        List<String> examples =
                repeats.found().stream().limit(EXAMPLES).map(k -> told(preflight, k)).toList();
        return new Finding(step, preflight, repeats.found().size(), examples);
    }

    private static String told(Preflight.Merging preflight, List<String> key) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            parts.add(preflight.from().get(i).name() + " " + key.get(i));
        }
        return String.join(", ", parts);
    }

    private void eachMerged(Preflight.Merging preflight, Consumer<List<String>> heard)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = query(statement, preflight.sql())) {
                while (rows.next()) {
                    merged(rows, preflight).ifPresent(heard);
                }
            }
        }
    }

    /** Empty where a value cannot be converted, which is told elsewhere. */
    private Optional<List<String>> merged(ResultSet rows, Preflight.Merging preflight)
            throws SQLException {
        List<String> key = new ArrayList<>();
        for (int i = 0; i < preflight.from().size(); i++) {
            ColumnType from = preflight.from().get(i).type();
            ColumnType to = preflight.to().get(i);
            Object value = dialect.types().read(rows, i + 1, from);
            try {
                key.add(
                        value == null
                                ? "without a value"
                                : to.format(Conversion.of(value, from, to)));
            } catch (InvalidValueException e) {
                return Optional.empty();
            }
        }
        return Optional.of(key);
    }
}
