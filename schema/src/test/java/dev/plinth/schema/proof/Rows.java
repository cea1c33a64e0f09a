package dev.plinth.schema.proof;

import dev.plinth.schema.deploy.Lab;
import dev.plinth.schema.dialect.Errors.Kind;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows by chance, put into a database; what it must hold after is known here, not asked. */
final class Rows {
    private static final int ROUNDS = 2;
    private static final int EACH = 4;
    private static final Set<Kind> REFUSED =
            Set.of(Kind.UNIQUE, Kind.CHECK, Kind.FOREIGN_KEY, Kind.NOT_NULL);

    private final Lab lab;
    private final Model model;
    private final Random random;
    private final Map<String, List<Map<String, @Nullable String>>> rows = new LinkedHashMap<>();
    private int number;

    private Rows(Lab lab, Model model, long seed) {
        this.lab = lab;
        this.model = model;
        this.random = new Random(seed);
    }

    /** Rows that a key, check or relation refuses are not there; whatever else fails is a fault. */
    static Contents put(Lab lab, Model model, long seed) throws SQLException {
        Rows all = new Rows(lab, model, seed);
        try (Connection connection = lab.connect()) {
            // Twice, so that tables that point at each other have something to point at.
            for (int i = 0; i < ROUNDS * EACH; i++) {
                for (Table table : model.tables()) {
                    all.row(connection, table);
                }
            }
        }
        return new Contents(all.rows);
    }

    private void row(Connection connection, Table table) throws SQLException {
        Map<String, @Nullable String> given = new LinkedHashMap<>();
        Map<String, @Nullable String> then = new HashMap<>();
        number++;
        for (Column column : table.columns()) {
            if (column.generated() != null || column.identity() == Identity.ALWAYS) {
                continue;
            }
            Default kept = lab.dialect().diffRules().asKept(column, table).defaultValue();
            if (kept instanceof Default.Value(String text) && random.nextInt(3) == 0) {
                then.put(column.id(), kept(column.type(), text));
                continue;
            }
            given.put(column.id(), value(table, column));
        }
        for (Relation relation : table.relations()) {
            point(table, relation, given);
        }
        given.forEach(then::put);
        if (given.isEmpty() || !insert(connection, table, given)) {
            return;
        }
        rows.computeIfAbsent(table.id(), t -> new ArrayList<>()).add(then);
    }

    private @Nullable String value(Table table, Column column) {
        boolean inKey = table.keyColumns().contains(column.id());
        if (!column.required() && !inKey && random.nextInt(4) == 0) {
            return null;
        }
        // HSQLDB 2.7.4 cannot open a file again whose numbers have come to the end of their type.
        boolean numbered = column.identity() != null;
        if (inKey
                || numbered
                || table.uniques().stream().anyMatch(u -> u.columns().contains(column.id()))) {
            String key = Values.key(column.type(), number);
            return column.type().format(column.type().parse(key));
        }
        List<String> samples =
                column.type() instanceof ChoiceType choice
                        ? model.choice(choice.choice()).orElseThrow().values()
                        : Values.samples(column.type());
        return kept(column.type(), samples.get(random.nextInt(samples.size())));
    }

    /** Of the digits of a second those that the database has. */
    private String kept(ColumnType type, String text) {
        int digits = lab.dialect().limits().secondDigitsKept();
        String cut =
                switch (type) {
                    case TimeType _, TimestampType _, ZonedTimestampType _ ->
                            text.replaceFirst("(\\.\\d{" + digits + "})\\d+", "$1");
                    default -> text;
                };
        return type.format(type.parse(cut));
    }

    private void point(Table table, Relation relation, Map<String, @Nullable String> given) {
        List<Map<String, @Nullable String>> targets =
                rows.getOrDefault(relation.target(), List.of());
        Map<String, @Nullable String> target =
                targets.isEmpty() || random.nextInt(4) == 0
                        ? null
                        : targets.get(random.nextInt(targets.size()));
        for (int i = 0; i < relation.columns().size(); i++) {
            String column = relation.columns().get(i);
            if (given.containsKey(column)) {
                given.put(
                        column,
                        target == null ? null : target.get(relation.targetColumns().get(i)));
            }
        }
    }

    private boolean insert(Connection connection, Table table, Map<String, @Nullable String> given)
            throws SQLException {
        Types types = lab.dialect().types();
        List<Column> columns =
                given.keySet().stream().map(id -> table.column(id).orElseThrow()).toList();
        String sql =
                "INSERT INTO "
                        + lab.dialect().names().quote(table.name())
                        + " ("
                        + lab.dialect().names().list(columns.stream().map(Column::name).toList())
                        + ") VALUES ("
                        + columns.stream()
                                .map(c -> types.placeholder(c.type()))
                                .collect(Collectors.joining(", "))
                        + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                String text = given.get(column.id());
                types.bind(
                        statement,
                        i + 1,
                        column.type(),
                        text == null ? null : column.type().parse(text));
            }
            statement.executeUpdate();
            return true;
        } catch (SQLException e) {
            if (REFUSED.contains(lab.dialect().errors().fault(e).kind())) {
                return false;
            }
            throw new SQLException(table.name() + " " + given + ": " + e.getMessage(), e);
        }
    }
}
