package dev.plinth.schema.type;

/**
 * One of the values of a choice list of the model.
 *
 * @param choice the id of the list
 */
public record ChoiceType(String choice) implements ColumnType {
    @Override
    public String kind() {
        return "choice";
    }

    /** With the list's id; model files write its name instead. */
    @Override
    public String text() {
        return "choice(" + choice + ")";
    }

    @Override
    public JsonShape json() {
        return JsonShape.STRING;
    }

    @Override
    public Class<String> valueClass() {
        return String.class;
    }

    /** Membership is checked where the list is at hand. */
    @Override
    public String parse(String text) {
        return text;
    }
}
