package dev.plinth.schema.document;

import dev.plinth.schema.document.Tree.Kind;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.DerivedIds;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.problem.Nearest;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.ColumnTypes;
import dev.plinth.schema.type.TextType;

import java.util.Map;
import java.util.Optional;

/** Reads one column of a table or view. */
final class ColumnReader {
    private static final Map<String, Default> FUNCTIONS =
            Map.of("now", new Default.Now(), "uuid", new Default.NewUuid());

    /** What people write who come from SQL. */
    private static final Map<String, String> SQL_TYPES =
            Map.ofEntries(
                    Map.entry("varchar", "text(255)"),
                    Map.entry("nvarchar", "text(255)"),
                    Map.entry("string", "text(255)"),
                    Map.entry("char", "text(20)"),
                    Map.entry("clob", "longtext"),
                    Map.entry("int", "integer"),
                    Map.entry("number", "decimal(12,2)"),
                    Map.entry("numeric", "decimal(12,2)"),
                    Map.entry("money", "decimal(12,2)"),
                    Map.entry("long", "bigint"),
                    Map.entry("float", "double"),
                    Map.entry("bool", "boolean"),
                    Map.entry("bit", "boolean"),
                    Map.entry("datetime", "timestamp"),
                    Map.entry("jsonb", "json"),
                    Map.entry("blob", "binary"),
                    Map.entry("bytea", "binary"),
                    Map.entry("enum", "choice(…)"));

    private final References references;

    ColumnReader(References references) {
        this.references = references;
    }

    Column read(Fields fields, TableName owner) {
        String name = fields.required("name");
        String id =
                fields.scalar("id")
                        .map(Tree.Scalar::text)
                        .orElseGet(() -> DerivedIds.column(owner, name));
        Column column =
                new Column(
                        id,
                        name,
                        fields.text("label"),
                        type(fields),
                        fields.flag("required", false),
                        defaultValue(fields).orElse(null),
                        fields.word("identity", Words.IDENTITIES).orElse(null),
                        generated(fields).orElse(null),
                        ExpressionReader.property(fields, "backfill").orElse(null),
                        fields.text("comment"));
        fields.done();
        return column;
    }

    private ColumnType type(Fields fields) {
        Optional<Tree.Scalar> scalar = fields.scalar("type");
        if (scalar.isEmpty()) {
            if (fields.tree("type").isEmpty()) {
                fields.missing("type");
            }
            return new TextType(255);
        }
        Place place = scalar.get().place();
        String text = scalar.get().text();
        Optional<ColumnType> type = ColumnTypes.parse(text);
        if (type.isEmpty()) {
            fields.error(
                    DocumentCode.UNKNOWN_TYPE,
                    place,
                    fields.title() + " has the type \"" + text + "\", which does not exist.",
                    hint(text));
            return new TextType(255);
        }
        return type.get() instanceof ChoiceType choice
                ? references
                        .choice(choice.choice(), place, fields)
                        .<ColumnType>map(ChoiceType::new)
                        .orElse(choice)
                : type.get();
    }

    private static String hint(String text) {
        String word = text.replaceAll("\\(.*", "").strip().toLowerCase(java.util.Locale.ROOT);
        if (word.equals("choice") || word.equals("native")) {
            return "Write " + word + "(…) with the name inside the brackets.";
        }
        String meant = SQL_TYPES.get(word);
        return meant != null
                ? "Write " + meant + "."
                : ColumnTypes.KINDS.contains(word)
                        ? "Its sizes are whole numbers, as in decimal(12,2)."
                        : Nearest.hint(word, ColumnTypes.KINDS);
    }

    private static Optional<Default> defaultValue(Fields column) {
        Optional<Tree> tree = column.tree("default");
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        if (tree.get() instanceof Tree.Scalar constant) {
            return Optional.of(new Default.Value(constant.text()));
        }
        return column.fields("default").flatMap(ColumnReader::defaultOf);
    }

    private static Optional<Default> defaultOf(Fields fields) {
        Optional<Default> value = fields.scalar("value").map(s -> new Default.Value(s.text()));
        Optional<Default> function =
                fields.scalar("function").flatMap(s -> fields.word(s, FUNCTIONS));
        Optional<Default> sql = fields.scalar("sql").map(s -> new Default.Sql(s.text()));
        long given =
                java.util.stream.Stream.of("value", "function", "sql")
                        .filter(key -> fields.tree(key).isPresent())
                        .count();
        if (given != 1) {
            fields.error(
                    given == 0 ? DocumentCode.MISSING : DocumentCode.CONTRADICTION,
                    fields.place(),
                    fields.title() + ": a default is a value, a function or SQL, one of them.",
                    "Write for example \"default: 0\" or \"default: {function: now}\".");
        }
        fields.done();
        return value.or(() -> function).or(() -> sql);
    }

    private static Optional<Generated> generated(Fields column) {
        Optional<Tree> tree = column.tree("generated");
        if (tree.orElse(null) instanceof Tree.Scalar s && s.kind() == Kind.TEXT) {
            return Optional.of(
                    new Generated(dev.plinth.schema.model.Expression.cel(s.text()), true));
        }
        return column.fields("generated")
                .flatMap(
                        fields -> {
                            boolean stored = fields.flag("stored", true);
                            Optional<Generated> generated =
                                    ExpressionReader.inline(fields)
                                            .map(e -> new Generated(e, stored));
                            fields.done();
                            return generated;
                        });
    }
}
