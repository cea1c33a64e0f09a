package dev.plinth.schema.document;

import dev.plinth.schema.problem.ProblemCode;

/** What can be wrong with the text of a model. */
public enum DocumentCode implements ProblemCode {
    UNREADABLE("F001", "A file cannot be read or written.", "Check the path and its permissions."),
    SYNTAX("F002", "The text is no YAML or no JSON.", "Mend the line that is named."),
    UNKNOWN_PROPERTY(
            "F003", "An element has a property that does not exist.", "Check its spelling."),
    WRONG_SHAPE(
            "F004",
            "A property holds something of the wrong kind, such as a list in place of a text.",
            "Write what the message asks for."),
    MISSING("F005", "A property that is needed is missing.", "Add it."),
    UNKNOWN_REFERENCE(
            "F006",
            "A table, column or choice is named that the model does not have.",
            "Check the name, or add the element."),
    AMBIGUOUS_REFERENCE(
            "F007",
            "Several elements have the name that is used here.",
            "Give them different names, or write # and the id in place of the name."),
    DUPLICATE("F008", "A name or a property is there twice.", "Remove or rename one of the two."),
    UNKNOWN_WORD(
            "F009",
            "A property holds a word that means nothing there.",
            "Use one of the words named."),
    UNKNOWN_TYPE("F010", "A column has a type that does not exist.", "Use one of the types named."),
    CONTRADICTION("F011", "Two properties exclude each other.", "Keep the one that is meant."),
    NEWER_FORMAT(
            "F012",
            "The file was written by a newer Plinth.",
            "Use a Plinth that knows its format."),
    TOO_DEEP(
            "F013",
            "The text is nested too deeply or too long to be a model.",
            "Check where it comes from."),
    NOT_SUPPORTED(
            "F014",
            "The text uses a part of YAML that model files do not need: anchors, aliases, tags.",
            "Write the value itself.");

    private final String code;
    private final String meaning;
    private final String remedy;

    DocumentCode(String code, String meaning, String remedy) {
        this.code = code;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
