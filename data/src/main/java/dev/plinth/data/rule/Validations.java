package dev.plinth.data.rule;

import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.CellProblems;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.expression.Given;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tries rows against the validations of their table. */
public final class Validations {
    private final CatalogTable table;
    private final List<Validation> validations;

    private Validations(CatalogTable table, List<Validation> validations) {
        this.table = table;
        this.validations = validations;
    }

    /** Those that new values in the columns may break. */
    public static Validations touchedBy(
            TableRules rules, CatalogTable table, Collection<String> columns) {
        return new Validations(
                table,
                rules.validations().stream()
                        .filter(v -> v.condition().columns().stream().anyMatch(columns::contains))
                        .toList());
    }

    public boolean isEmpty() {
        return validations.isEmpty();
    }

    /** Takes what is wrong with a row, and the columns it is about. */
    @FunctionalInterface
    public interface Taker {
        void take(String columns, Refusal refusal);
    }

    /** Notes each validation that a row breaks. What is unknown breaks none. */
    public void check(int number, Map<String, @Nullable Object> row, CellProblems problems) {
        check(row, (columns, refusal) -> problems.add(number, columns, refusal));
    }

    /** Tells each validation that a row breaks. */
    public void check(Map<String, @Nullable Object> row, Taker taker) {
        for (Validation validation : validations) {
            if (!validation.condition().allows(Given.row(row))) {
                String message =
                        validation.message().isEmpty()
                                ? "new row for relation \""
                                        + table.name()
                                        + "\" violates check constraint \""
                                        + validation.name()
                                        + "\""
                                : validation.message();
                taker.take(
                        String.join(", ", validation.condition().columns()),
                        new Refusal(Reason.CHECK, message));
            }
        }
    }
}
