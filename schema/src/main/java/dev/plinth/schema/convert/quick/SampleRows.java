package dev.plinth.schema.convert.quick;

import dev.plinth.schema.convert.Rows;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Expression.Language;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.IntegerType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the rows that the shorthand asks for, with those that they point at. */
public final class SampleRows {
    private static final Pattern RANGE =
            Pattern.compile("(\\w+) >= (-?[\\d.]+) && \\1 <= (-?[\\d.]+)");

    private final Model model;
    private final Map<String, Integer> counts;
    private final Map<String, Rows> made = new LinkedHashMap<>();
    private final Set<String> begun = new HashSet<>();

    private SampleRows(Model model, Map<String, Integer> counts) {
        this.model = model;
        this.counts = new HashMap<>(counts);
    }

    /**
     * @param counts how many rows a table gets, by its id
     */
    public static List<Rows> of(Model model, Map<String, Integer> counts) {
        SampleRows rows = new SampleRows(model, counts);
        model.tables().stream().filter(t -> counts.containsKey(t.id())).forEach(rows::make);
        return List.copyOf(rows.made.values());
    }

    private void make(Table table) {
        if (!begun.add(table.id())) {
            return;
        }
        int count = counts.getOrDefault(table.id(), 0);
        for (Relation relation : table.relations()) {
            if (isRequired(table, relation) && !relation.target().equals(table.id())) {
                // What must point somewhere needs something to point at.
                counts.putIfAbsent(relation.target(), Math.min(count, 5));
            }
            if (counts.containsKey(relation.target())) {
                model.table(relation.target()).ifPresent(this::make);
            }
        }
        List<Column> columns = table.columns().stream().filter(c -> c.generated() == null).toList();
        List<List<@Nullable String>> values = new ArrayList<>();
        for (int row = 1; row <= count; row++) {
            List<@Nullable String> line = new ArrayList<>();
            for (Column column : columns) {
                line.add(value(table, column, row));
            }
            values.add(line);
        }
        made.put(
                table.id(),
                new Rows(table.id(), columns.stream().map(Column::id).toList(), values));
    }

    private static boolean isRequired(Table table, Relation relation) {
        return relation.columns().stream()
                .allMatch(id -> table.column(id).filter(Column::required).isPresent());
    }

    private @Nullable String value(Table table, Column column, int row) {
        for (Relation relation : table.relations()) {
            int at = relation.columns().indexOf(column.id());
            if (at >= 0) {
                return pointed(table, relation, relation.targetColumns().get(at), row);
            }
        }
        if (column.identity() != null) {
            return String.valueOf(row);
        }
        List<String> options =
                column.type() instanceof ChoiceType choice
                        ? model.choice(choice.choice()).map(Choice::values).orElse(List.of(""))
                        : List.of();
        String value =
                SampleValues.of(table.name().name(), column, options, row, isUnique(table, column));
        return within(table, column, value, row);
    }

    /** To the earlier rows of the table itself, of others to any; nowhere, if there is none. */
    private @Nullable String pointed(Table table, Relation relation, String target, int row) {
        Rows there = made.get(relation.target());
        if (there == null || there.values().isEmpty()) {
            boolean own = relation.target().equals(table.id()) && row > 1;
            return own ? String.valueOf(1 + (row * 7 + 3) % (row - 1)) : null;
        }
        int at = there.columns().indexOf(target);
        boolean one =
                relation.columns().size() == 1 && isUnique(table, relation.columns().getFirst());
        int from = one ? row - 1 : (row * 7 + 3) % there.values().size();
        return from < there.values().size() ? there.values().get(from).get(at) : null;
    }

    private static boolean isUnique(Table table, Column column) {
        return isUnique(table, column.id());
    }

    private static boolean isUnique(Table table, String column) {
        return table.keyColumns().contains(column)
                || table.uniques().stream().anyMatch(u -> u.columns().contains(column));
    }

    private static String within(Table table, Column column, String value, int row) {
        boolean number =
                column.type() instanceof IntegerType || column.type() instanceof DecimalType;
        for (Check check : table.checks()) {
            Matcher range = RANGE.matcher(check.expression().text());
            boolean here =
                    number
                            && check.expression().language() == Language.CEL
                            && range.matches()
                            && range.group(1).equals(column.name());
            if (here) {
                long low = (long) Math.ceil(Double.parseDouble(range.group(2)));
                long high = (long) Math.floor(Double.parseDouble(range.group(3)));
                long found = low + row * 7L % Math.max(1, high - low + 1);
                return column.type().format(column.type().parse(String.valueOf(found)));
            }
        }
        return value;
    }
}
