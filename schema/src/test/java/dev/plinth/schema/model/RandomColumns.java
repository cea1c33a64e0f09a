package dev.plinth.schema.model;

import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Columns of every portable type, some with a default that is a value of it. */
final class RandomColumns {
    private final Random random;
    private final RandomNames names;
    private final List<Choice> choices;

    RandomColumns(Random random, RandomNames names, List<Choice> choices) {
        this.random = random;
        this.names = names;
        this.choices = choices;
    }

    /** Types that can be part of a key everywhere. */
    static boolean isComparable(ColumnType type) {
        return type instanceof IntegerType
                || type instanceof DateType
                || type instanceof UuidType
                || (type instanceof TextType text && text.length() <= 100);
    }

    Column key(ColumnType type) {
        return Column.of(names.id(), names.inTable(), type).withRequired(true);
    }

    List<Column> some(int count) {
        return IntStream.range(0, count).mapToObj(i -> any()).toList();
    }

    private Column any() {
        ColumnType type = type();
        Column column =
                Column.of(names.id(), names.inTable(), type)
                        .withRequired(random.nextInt(3) == 0)
                        .withComment(random.nextInt(3) == 0 ? names.text() : "");
        return random.nextInt(3) == 0 ? column.withDefault(defaultValue(type)) : column;
    }

    private ColumnType type() {
        ColumnType choice = RandomModels.choiceType(random, choices);
        return switch (random.nextInt(choice == null ? 15 : 17)) {
            case 0 -> new TextType(1 + random.nextInt(100));
            case 1 -> new TextType(255);
            case 2 -> new LongTextType();
            case 3 -> IntegerType.SMALL;
            case 4 -> IntegerType.NORMAL;
            case 5 -> IntegerType.BIG;
            case 6 -> new DecimalType(12, 2);
            case 7 -> FloatType.DOUBLE;
            case 8 -> new BooleanType();
            case 9 -> new DateType();
            case 10 -> new TimeType(0);
            case 11 -> new TimestampType(6);
            case 12 -> new ZonedTimestampType(6);
            case 13 -> new UuidType();
            case 14 -> random.nextBoolean() ? new JsonType() : new BinaryType(0);
            default -> choice == null ? new BooleanType() : choice;
        };
    }

    private @Nullable Default defaultValue(ColumnType type) {
        return switch (type) {
            case TextType text when text.length() >= 20 -> new Default.Value("new");
            case IntegerType integer -> new Default.Value(String.valueOf(random.nextInt(100)));
            case DecimalType decimal -> new Default.Value("12.50");
            case BooleanType bool -> new Default.Value(String.valueOf(random.nextBoolean()));
            case DateType date -> new Default.Value("2024-02-29");
            case TimestampType timestamp -> new Default.Now();
            case ZonedTimestampType timestamp -> new Default.Now();
            case UuidType uuid -> new Default.NewUuid();
            default -> null;
        };
    }
}
