package dev.plinth.data.plan;

import dev.plinth.data.request.Condition.Kind;
import dev.plinth.data.request.Condition.Words;
import dev.plinth.data.request.Operator;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Which rows are meant, with names resolved and values read. */
public sealed interface Predicate {
    /** All hold; none holds always. */
    record And(List<Predicate> parts) implements Predicate {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** One holds; none never holds. */
    record Or(List<Predicate> parts) implements Predicate {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Predicate part) implements Predicate {}

    /** Compares with one operand. */
    record Compares(Value value, Operator operator, Operand operand) implements Predicate {}

    /** Is one of several operands; none never holds. */
    record IsIn(Value value, List<Operand> operands) implements Predicate {
        public IsIn {
            operands = List.copyOf(operands);
        }
    }

    record Is(Value value, Kind kind) implements Predicate {}

    /** Differs, where NULL is a value like others. */
    record Differs(Value value, Operand operand) implements Predicate {}

    /** Contains words. */
    record Searches(Value value, Words words, @Nullable String language, String text)
            implements Predicate {}

    /** Has related rows, as the embed describes them. */
    record HasRelated(Embed embed) implements Predicate {}

    /** Agrees with one of several rows of values in the columns. */
    record KeyIn(List<Value> columns, List<List<Operand>> rows) implements Predicate {
        public KeyIn {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** Always holds. */
    static Predicate always() {
        return new And(List.of());
    }

    /** Both hold. */
    static Predicate and(Predicate left, Predicate right) {
        if (left instanceof And(List<Predicate> none) && none.isEmpty()) {
            return right;
        }
        if (right instanceof And(List<Predicate> none) && none.isEmpty()) {
            return left;
        }
        return new And(List.of(left, right));
    }
}
