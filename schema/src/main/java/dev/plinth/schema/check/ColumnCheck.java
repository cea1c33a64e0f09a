package dev.plinth.schema.check;

import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.InvalidValueException;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.Optional;

/** Types, defaults and identities of a table's columns. */
final class ColumnCheck {
    private static final int MAX_DIGITS = 1000;
    private static final int UUID_LENGTH = 36;

    private final Model model;
    private final Table table;
    private final String tablePath;
    private final Report report;

    ColumnCheck(Model model, Table table, String tablePath, Report report) {
        this.model = model;
        this.table = table;
        this.tablePath = tablePath;
        this.report = report;
    }

    void check() {
        for (Column column : table.columns()) {
            size(column.type())
                    .ifPresent(
                            wrong ->
                                    report.error(
                                            CheckCode.TYPE_SIZE,
                                            path(column),
                                            title(column) + ": " + wrong));
            identity(column);
            choice(column);
            filled(column);
            Default value = column.defaultValue();
            if (value != null) {
                defaultValue(column, value);
            }
        }
    }

    private static Optional<String> size(ColumnType type) {
        return switch (type) {
            case TextType t ->
                    Optional.of("a text holds at least one character.").filter(m -> t.length() < 1);
            case BinaryType t -> Optional.of("the length is negative.").filter(m -> t.length() < 0);
            case DecimalType t when t.precision() < 1 || t.precision() > MAX_DIGITS ->
                    Optional.of("a decimal has 1 to " + MAX_DIGITS + " digits.");
            case DecimalType t when t.scale() < 0 || t.scale() > t.precision() ->
                    Optional.of("the decimals must be among the " + t.precision() + " digits.");
            case TimeType t -> secondDigits(t.digits());
            case TimestampType t -> secondDigits(t.digits());
            case ZonedTimestampType t -> secondDigits(t.digits());
            case DecimalType t -> Optional.empty();
            case LongTextType t -> Optional.empty();
            case IntegerType t -> Optional.empty();
            case FloatType t -> Optional.empty();
            case BooleanType t -> Optional.empty();
            case DateType t -> Optional.empty();
            case UuidType t -> Optional.empty();
            case JsonType t -> Optional.empty();
            case ChoiceType t -> Optional.empty();
            case NativeType t -> Optional.empty();
        };
    }

    private static Optional<String> secondDigits(int digits) {
        return Optional.of("a second has 0 to 9 digits.").filter(m -> digits < 0 || digits > 9);
    }

    private void identity(Column column) {
        if (column.identity() == null) {
            return;
        }
        boolean whole =
                column.type() instanceof IntegerType
                        || column.type() instanceof NativeType
                        || (column.type() instanceof DecimalType d && d.scale() == 0);
        if (!whole) {
            report.error(
                    CheckCode.IDENTITY_TYPE,
                    path(column),
                    title(column) + " numbers itself but is " + column.type().text() + ".");
        }
    }

    private void choice(Column column) {
        if (column.type() instanceof ChoiceType type && model.choice(type.choice()).isEmpty()) {
            report.error(
                    CheckCode.UNKNOWN_CHOICE,
                    path(column),
                    title(column) + " has a choice that does not exist.");
        }
    }

    private void filled(Column column) {
        int ways = column.defaultValue() == null ? 0 : 1;
        ways += column.identity() == null ? 0 : 1;
        ways += column.generated() == null ? 0 : 1;
        if (ways > 1) {
            report.error(
                    CheckCode.FILLED_TWICE,
                    path(column),
                    title(column) + " has more than one of default, identity and generated.");
        }
    }

    private void defaultValue(Column column, Default value) {
        switch (value) {
            case Default.Value(String text) -> constant(column, text);
            case Default.Now _ -> {
                if (!isMoment(column.type())) {
                    function(column, "now");
                }
            }
            case Default.NewUuid _ -> {
                if (!isUuid(column.type())) {
                    function(column, "uuid");
                }
            }
            case Default.Sql(String sql) -> {
                if (sql.isBlank()) {
                    report.error(
                            CheckCode.EXPRESSION_MISSING,
                            path(column),
                            title(column) + " has an empty default.");
                }
            }
        }
    }

    private void constant(Column column, String text) {
        Optional<Choice> choice =
                column.type() instanceof ChoiceType type
                        ? model.choice(type.choice())
                        : Optional.empty();
        if (choice.isPresent() && !choice.get().values().contains(text)) {
            report.error(
                    CheckCode.DEFAULT_NO_VALUE,
                    path(column),
                    title(column)
                            + " has the default \""
                            + text
                            + "\", which is none of its options.",
                    "Known are " + String.join(", ", choice.get().values()) + ".");
        }
        try {
            column.type().parse(text);
        } catch (InvalidValueException e) {
            report.error(
                    CheckCode.DEFAULT_NO_VALUE,
                    path(column),
                    title(column) + " has a wrong default: " + e.getMessage());
        }
    }

    private void function(Column column, String function) {
        report.error(
                CheckCode.DEFAULT_FUNCTION,
                path(column),
                title(column)
                        + " is "
                        + column.type().text()
                        + ", which the default \""
                        + function
                        + "\" does not give.");
    }

    private static boolean isMoment(ColumnType type) {
        return type instanceof DateType
                || type instanceof TimeType
                || type instanceof TimestampType
                || type instanceof ZonedTimestampType
                || type instanceof NativeType;
    }

    private static boolean isUuid(ColumnType type) {
        return type instanceof UuidType
                || type instanceof NativeType
                || (type instanceof TextType text && text.length() >= UUID_LENGTH);
    }

    private String path(Column column) {
        return ElementPath.column(tablePath, column);
    }

    private String title(Column column) {
        return "Column \"" + column.name() + "\" of \"" + table.name() + "\"";
    }
}
