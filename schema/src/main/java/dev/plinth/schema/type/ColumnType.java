package dev.plinth.schema.type;

/**
 * What a column holds, independent of any database.
 *
 * <p>Each kind is one file here, one case in each dialect's {@code Types} and one folder of the
 * same {@link #kind} in the browser. A value of a column is the Java class named by {@link
 * #valueClass}.
 */
public sealed interface ColumnType
        permits TextType,
                LongTextType,
                IntegerType,
                DecimalType,
                FloatType,
                BooleanType,
                DateType,
                TimeType,
                TimestampType,
                ZonedTimestampType,
                UuidType,
                JsonType,
                BinaryType,
                ChoiceType,
                NativeType {

    /** The word for this kind: {@code text}, {@code bigint}, {@code decimal} … */
    String kind();

    /** The kind with its sizes, as written in model files: {@code decimal(12,2)}. */
    default String text() {
        return kind();
    }

    /** How a value of this type looks in JSON. */
    JsonShape json();

    /** The class of a value in Java. */
    Class<?> valueClass();

    /**
     * Reads a value from its text form, the one used in JSON strings, CSV and filters.
     *
     * @throws InvalidValueException when the text is not a value of this type; its message says why
     */
    Object parse(String text);

    /** Writes a value of {@link #valueClass} so that {@link #parse} gives it back unchanged. */
    default String format(Object value) {
        return value.toString();
    }

    /** The forms a value takes in JSON. */
    enum JsonShape {
        STRING,
        NUMBER,
        BOOLEAN,
        /** The value is itself JSON text. */
        JSON
    }
}
