package dev.plinth.schema.check;

import dev.plinth.schema.problem.ProblemCode;

/**
 * What can be wrong with a model: M0 by itself, M1 for a database product. docs/errors.md is
 * written from this list by {@code ErrorsDocumentTest}, which fails when the page is stale and says
 * how to renew it.
 */
public enum CheckCode implements ProblemCode {
    NAME_MISSING("M001", "An element has no name.", "Give it one."),
    NAME_TWICE(
            "M002",
            "Two elements of the same kind have the same name, or differ in upper and lower case"
                    + " only.",
            "Rename one of the two."),
    NAME_CHARACTERS(
            "M003",
            "A name begins or ends with a space, or holds a character that cannot be seen.",
            "Write it with letters, digits and underscores."),
    ID_TWICE(
            "M004",
            "Two elements have the same id.",
            "Remove the id of the copy; it gets one of its own."),
    ID_MISSING(
            "M005",
            "An element has no id, or one that is too long.",
            "Remove the id; a new one is made."),
    NO_COLUMNS("M006", "A table has no columns.", "Add one, or remove the table."),
    NO_PRIMARY_KEY(
            "M007",
            "A table has no primary key, so that single rows cannot be changed or linked to.",
            "Add a key; a number that the database gives is a good one."),
    KEY_WITHOUT_COLUMNS("M010", "A key, index or relation has no columns.", "Name its columns."),
    UNKNOWN_COLUMN(
            "M011",
            "A key, index, relation or trigger refers to a column that does not exist.",
            "Choose another column, or remove the element."),
    COLUMN_TWICE("M012", "A key or index names the same column twice.", "Remove one of the two."),
    KEY_NOT_REQUIRED(
            "M013",
            "A column of the primary key is not required; databases make it so.",
            "Make the column required."),
    INDEX_TWICE(
            "M014",
            "Two keys or indexes have the same columns, which costs time on each write.",
            "Remove one of the two."),
    TYPE_SIZE(
            "M020", "The size of a type makes no sense.", "Choose a size that the message allows."),
    DEFAULT_NO_VALUE(
            "M021", "A default is no value of the column's type.", "Write a value of that type."),
    FILLED_TWICE(
            "M022",
            "A column is filled in two ways: by default, identity and generation only one can be.",
            "Keep one of them."),
    IDENTITY_TYPE(
            "M023",
            "A column numbers itself but holds no whole numbers.",
            "Make it integer or bigint, or remove the identity."),
    IDENTITY_TWICE(
            "M024",
            "Two columns of a table number themselves; the database allows one.",
            "Remove the identity of one."),
    DEFAULT_FUNCTION(
            "M025",
            "The function of a default does not give a value of the column's type.",
            "Use now for dates and times, uuid for UUIDs."),
    UNKNOWN_CHOICE(
            "M026",
            "A column has a choice that does not exist.",
            "Add the choice, or change the type."),
    NO_OPTIONS("M030", "A choice has no options.", "Add one."),
    OPTION_TWICE("M031", "A choice has the same value twice.", "Remove one of the two."),
    OPTION_EMPTY("M032", "An option of a choice has no value.", "Give it one, or remove it."),
    RELATION_COUNT(
            "M040",
            "A relation does not have as many columns as it points at.",
            "Name one column for each column of the key."),
    UNKNOWN_TABLE(
            "M041",
            "A relation or trigger refers to a table that does not exist.",
            "Choose another table, or remove the element."),
    RELATION_TYPES(
            "M042",
            "The columns of a relation do not have the types of those that they point at.",
            "Give both sides the same type."),
    TARGET_NOT_UNIQUE(
            "M043",
            "A relation points at columns that are neither the key nor unique.",
            "Point at the primary key, or make those columns unique."),
    SET_NULL_REQUIRED(
            "M044",
            "A relation empties a column that is required.",
            "Let the column be empty, or choose another action."),
    SET_DEFAULT_WITHOUT(
            "M045",
            "A relation sets a column to its default, but there is none.",
            "Give the column a default, or choose another action."),
    JUNCTION_NOT_UNIQUE(
            "M046",
            "A table that only links two others allows the same pair twice.",
            "Make the columns of both relations the primary key."),
    JUNCTION_NOT_REQUIRED(
            "M047",
            "A table that only links two others allows a link with an open end.",
            "Make the columns of both relations required."),
    EXPRESSION_MISSING("M050", "An expression is empty.", "Write it, or remove the element."),
    GENERATED_FROM_ITSELF(
            "M051", "A column is computed from itself.", "Name other columns in its expression."),
    GENERATED_FROM_GENERATED(
            "M052",
            "A column is computed from another computed column, which not every database can do.",
            "Write out the expression of the other column."),
    NO_EVENT("M060", "A trigger has no event.", "Choose insert, update or delete."),
    TRIGGER_AFTER_DELETE(
            "M061",
            "A trigger sets a column of a row that was deleted.",
            "Remove the event delete, or choose another action."),
    TRIGGER_COMPUTED(
            "M062", "A trigger sets a column that the database computes.", "Set another column."),
    TRIGGER_URL("M063", "A trigger calls something that is no web address.", "Write https://…"),
    TRIGGER_INCOMPLETE(
            "M064",
            "A trigger inserts a row without a value that is required.",
            "Give the column a value or a default."),
    TRIGGER_LOOP(
            "M065",
            "A trigger inserts into its own table when a row is inserted.",
            "Add a condition that ends it, or insert elsewhere."),
    TRIGGER_NO_KEY(
            "M066",
            "A trigger tells subscribers of a table without a primary key.",
            "Give the table a primary key, by which rows are told apart."),
    QUERY_MISSING("M070", "A view has no query.", "Write it, or remove the view."),

    NAME_LONG("M101", "A name is too long for the database.", "Shorten it."),
    NAMES_COLLIDE(
            "M102",
            "Two keys or indexes have names that the database does not allow side by side.",
            "Rename one of the two."),
    NAME_CHARACTER(
            "M103", "A name has a character that the database does not allow.", "Leave it out."),
    NAME_RESERVED("M104", "The database keeps a name for itself.", "Choose another name."),
    KEY_TOO_LONG(
            "M110",
            "A key or index is longer than the database allows.",
            "Shorten its texts, or leave columns out."),
    KEY_UNLIMITED(
            "M111",
            "A key or index has a column without a limit of length, which the database cannot"
                    + " sort.",
            "Give the text a length."),
    DECIMAL_LONG("M112", "A decimal has more digits than the database keeps.", "Use fewer digits."),
    KEY_ZONED(
            "M113",
            "A key has a moment with its zone, which the database cannot compare for a key.",
            "Use a timestamp without a zone, in UTC."),
    TEXT_LONG(
            "M114",
            "A text is longer than the database keeps a limit for; it has none there.",
            "Nothing needs to be done; the API refuses longer texts."),
    SECOND_DIGITS(
            "M115",
            "A time has more digits of a second than the database keeps.",
            "Use fewer digits."),
    COLUMNS_MANY(
            "M116",
            "A table has more columns than the database allows.",
            "Divide the table into two that share their key."),
    PARTS_MANY(
            "M117",
            "A key or index has more columns than the database allows.",
            "Leave columns out."),
    ROW_LONG(
            "M118",
            "The columns of a table are longer together than the database allows for a row.",
            "Make long texts longtext, which is kept outside of the row."),
    VALUE_LONG(
            "M119",
            "The database refuses rows whose values are too long for a key or index.",
            "Nothing needs to be done as long as the texts are short."),
    ACTION_UNSUPPORTED(
            "M120", "The database cannot do what the relation asks for.", "Choose another action."),
    CASCADE_PATHS(
            "M121",
            "Rows could be deleted or changed along two ways at once, which the database refuses.",
            "Use noAction on one of the relations and delete those rows by a trigger."),
    ACTION_ON_CHECKED(
            "M122",
            "A relation changes a column that a check or a stored computed column looks at, which"
                    + " the database refuses.",
            "Use noAction or restrict, or leave the column out of the check or computation."),
    RELATION_UNKEPT(
            "M123",
            "The database does not keep rows from pointing at rows that are not there.",
            "Nothing needs to be done where only the API writes and nothing is deleted; else take"
                    + " another database."),
    RELATION_UNFIT(
            "M124",
            "A relation links columns of types that the database does not compare for it.",
            "Give both the same type."),
    CHECK_ON_NUMBERED(
            "M125",
            "A check looks at a column that numbers itself, which the database refuses.",
            "Leave the column out of the check."),
    IDENTITY_UNKEYED(
            "M126",
            "A column that numbers itself is no key, which the database wants it to be.",
            "Make it the primary key, or number it otherwise."),
    PARTIAL_INDEX(
            "M130",
            "The database has no indexes over a part of the rows.",
            "Remove the condition of the index."),
    EXPRESSION_INDEX(
            "M131",
            "The database has no indexes over expressions.",
            "Add a generated column and index that."),
    DESCENDING_INDEX(
            "M132",
            "The database sorts indexes upwards only; the index is made so.",
            "Nothing needs to be done."),
    NULLS_EQUAL(
            "M133",
            "The database cannot take two empty values for equal in a unique key.",
            "Make the columns required, or let empty values differ."),
    GENERATED_KIND(
            "M134",
            "The database computes such a column in another way: on reading instead of on writing,"
                    + " or the reverse.",
            "Nothing needs to be done, unless the column is part of an index."),
    IDENTITY_ALWAYS(
            "M135",
            "The database takes a given number for a column that always numbers itself.",
            "Nothing needs to be done; the API refuses such numbers."),
    NO_COMMENTS(
            "M136",
            "The database keeps no comments; they stay in the model.",
            "Nothing needs to be done."),
    EMPTY_TEXTS(
            "M137",
            "A column begins as an empty text, which to the database is no value.",
            "Nothing needs to be done, unless the column is required."),
    COVERING_INDEX(
            "M138",
            "The database's indexes keep no columns beside their parts; the index is made without.",
            "Nothing needs to be done."),
    NOT_DEFERRABLE(
            "M139",
            "The database checks a key or relation with each statement, not at the end of a"
                    + " transaction.",
            "Nothing needs to be done if rows are written in an order that always holds."),
    GENERATED_UNSAID(
            "M140",
            "The database cannot say the expression of a computed column.",
            "Write it in the database's own SQL."),
    INDEX_UNSAID(
            "M141",
            "The database cannot say the condition of an index.",
            "Write it in the database's own SQL, or remove it."),
    GENERATED_CONSTRAINED(
            "M142",
            "A key, check or index has a column that the database computes, which it refuses.",
            "Leave the column out."),
    COMMENT_CHARACTER(
            "M143",
            "A comment has characters that the database does not keep, such as emoji.",
            "Nothing needs to be done; in the database they are question marks."),
    UUID_DEFAULT(
            "M144",
            "The database makes no UUIDs by itself; the API gives one to a key when the row is"
                    + " asked back.",
            "Whoever else writes to the table must bring their own."),
    DEFAULT_UNSAID(
            "M145",
            "The database cannot fill the column by itself with such a value.",
            "Nothing needs to be done if whoever writes gives a value."),
    SECONDS_CUT(
            "M146",
            "A moment has more digits of a second than the database keeps; it cuts them.",
            "Nothing needs to be done, unless every digit counts."),
    KEYS_EQUAL(
            "M147",
            "Two keys of a table have the same columns, of which the database keeps one.",
            "Remove one of them."),
    QUOTE_IN_VIEW(
            "M148",
            "A view speaks of a name with a quote in it, which the database does not understand"
                    + " there.",
            "Rename the column or table."),
    OTHER_SQL(
            "M149",
            "The model holds SQL, or a type, of another database.",
            "Say it so that every database understands it: an expression in CEL, a type of"
                    + " Plinth's own. Or leave it out."),
    DEFAULT_REFUSED(
            "M150",
            "The database lets no column of that type have a default.",
            "Remove the default, or choose another type."),
    TARGET_OPTIONAL(
            "M151",
            "A relation leads to a key of columns that may be empty, to which the database lets"
                    + " none lead.",
            "Make the columns of the key required, or point at another key."),
    RELATIONS_EQUAL(
            "M152",
            "Two relations of a table lead from the same columns to the same table, of which the"
                    + " database takes one.",
            "Remove one of them."),
    RELATION_ORDER(
            "M153",
            "A relation names the columns of a key in another order than the key, which the"
                    + " database refuses.",
            "Give the key and the relation the same order."),
    EMPTIES_REQUIRED(
            "M154",
            "A relation empties a column that is required, which the database refuses.",
            "Let the column be empty, or choose another action."),
    COMPUTED_OPTIONAL(
            "M155",
            "A column that is computed is required, which the database does not enforce.",
            "Nothing needs to be done if what it is computed from is required; else require that."),
    VIEW_SORTED(
            "M156",
            "The query of a view is sorted, which the database refuses.",
            "Leave ORDER BY out; whoever reads the view sorts its rows."),
    VIEW_NAMELESS(
            "M157",
            "A column of a view is an expression without a name, which the database refuses.",
            "Write AS and a name behind the expression."),
    NULLS_TAKEN(
            "M158",
            "The database takes empty values for equal in a unique index, so that few rows may have"
                    + " them.",
            "Make it a unique key, or the columns required."),
    COMPUTED_FROM_NUMBERED(
            "M159",
            "A column is computed from one that numbers itself, which the database refuses.",
            "Compute it in a view.");

    private final String code;
    private final String meaning;
    private final String remedy;

    CheckCode(String code, String meaning, String remedy) {
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
