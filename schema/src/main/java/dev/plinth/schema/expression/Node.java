package dev.plinth.schema.expression;

import dev.plinth.schema.type.ColumnType;

import java.util.List;

/**
 * A checked expression: every name is resolved and every part knows its type, so that evaluating
 * it, saying it in SQL and writing it for the browser need nothing else.
 */
sealed interface Node {
    ValueType type();

    /** The parts it is made of, in the order written. */
    default List<Node> operands() {
        return List.of();
    }

    /**
     * @param value String, BigDecimal, Double, Boolean, LocalDate, LocalTime, LocalDateTime,
     *     OffsetDateTime (in UTC), UUID or Duration
     */
    record Literal(ValueType type, Object value) implements Node {}

    /** The word null; its type is that of what it stands beside. */
    record Nothing(ValueType type) implements Node {}

    /** A column of the row, or of the row as it was before an update. */
    record ColumnValue(String name, ColumnType columnType, boolean old) implements Node {
        @Override
        public ValueType type() {
            return ValueType.of(columnType);
        }
    }

    /** What is known of the caller; {@code columnType} is what it is compared with. */
    record Variable(String name, ColumnType columnType) implements Node {
        @Override
        public ValueType type() {
            return ValueType.of(columnType);
        }
    }

    /** Now, or today in UTC. */
    record Moment(ValueType type) implements Node {}

    /** A date, timestamp or instant taken for another of these, in UTC. */
    record Conversion(Node operand, ValueType type) implements Node {
        @Override
        public List<Node> operands() {
            return List.of(operand);
        }
    }

    record Comparison(Operator operator, Node left, Node right) implements Node {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }

        @Override
        public List<Node> operands() {
            return List.of(left, right);
        }
    }

    /** And ({@code all}) or or, both three-valued. */
    record Logic(boolean all, Node left, Node right) implements Node {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }

        @Override
        public List<Node> operands() {
            return List.of(left, right);
        }
    }

    record Not(Node operand) implements Node {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }

        @Override
        public List<Node> operands() {
            return List.of(operand);
        }
    }

    record Membership(Node operand, List<Node> candidates) implements Node {
        public Membership {
            candidates = List.copyOf(candidates);
        }

        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }

        @Override
        public List<Node> operands() {
            var all = new java.util.ArrayList<Node>(candidates);
            all.addFirst(operand);
            return all;
        }
    }

    /** The only question that is never unknown. */
    record NullTest(Node operand, boolean wantsNull) implements Node {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }

        @Override
        public List<Node> operands() {
            return List.of(operand);
        }
    }

    /** As SQL's CASE: an unknown condition leads to {@code otherwise}. */
    record Conditional(ValueType type, Node condition, Node then, Node otherwise) implements Node {
        @Override
        public List<Node> operands() {
            return List.of(condition, then, otherwise);
        }
    }

    /** On numbers; division by zero is unknown. Also moments and durations, added or subtracted. */
    record Arithmetic(ValueType type, Operation operation, Node left, Node right) implements Node {
        @Override
        public List<Node> operands() {
            return List.of(left, right);
        }
    }

    record Negation(Node operand) implements Node {
        @Override
        public ValueType type() {
            return operand.type();
        }

        @Override
        public List<Node> operands() {
            return List.of(operand);
        }
    }

    record Call(ValueType type, Function function, List<Node> operands) implements Node {
        public Call {
            operands = List.copyOf(operands);
        }
    }

    /** Whether it reads no column, so that it can be worked out before the database is asked. */
    default boolean isRowFree() {
        return !(this instanceof ColumnValue) && operands().stream().allMatch(Node::isRowFree);
    }

    /** Whether it is the same for every row, caller and moment. */
    default boolean isConstant() {
        return !(this instanceof ColumnValue || this instanceof Variable || this instanceof Moment)
                && operands().stream().allMatch(Node::isConstant);
    }
}
