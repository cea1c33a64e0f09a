package dev.plinth.schema.document;

import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Expression.Language;

import java.util.Map;
import java.util.Optional;

/** Reads expressions: {@code cel: …} and {@code sql: …}, or language and expression as in JSON. */
final class ExpressionReader {
    private static final Map<String, Language> LANGUAGES =
            Map.of("cel", Language.CEL, "sql", Language.SQL);

    private ExpressionReader() {}

    /** The expression whose properties are among those of an element; its absence is reported. */
    static Optional<Expression> inline(Fields fields) {
        Optional<String> cel = fields.scalar("cel").map(Tree.Scalar::text);
        Optional<String> sql = fields.scalar("sql").map(Tree.Scalar::text);
        Optional<String> neutral = fields.scalar("expression").map(Tree.Scalar::text);
        Language language = fields.word("language", LANGUAGES).orElse(Language.CEL);
        int given = cel.stream().mapToInt(c -> 1).sum();
        given += sql.isPresent() ? 1 : 0;
        given += neutral.isPresent() ? 1 : 0;
        if (given > 1) {
            fields.error(
                    DocumentCode.CONTRADICTION,
                    fields.place(),
                    fields.title() + " has more than one expression.",
                    "Keep \"cel\" or \"sql\".");
        }
        if (given == 0) {
            fields.error(
                    DocumentCode.MISSING,
                    fields.place(),
                    fields.title() + " has no expression.",
                    "Write it as \"cel: …\", or as \"sql: …\" in the database's own words.");
        }
        return cel.map(Expression::cel)
                .or(() -> sql.map(Expression::sql))
                .or(() -> neutral.map(text -> new Expression(language, text)));
    }

    /** The expression that a property holds; a bare text is CEL. */
    static Optional<Expression> property(Fields fields, String key) {
        if (fields.tree(key).orElse(null) instanceof Tree.Scalar scalar) {
            return Optional.of(Expression.cel(scalar.text()));
        }
        return fields.fields(key).flatMap(ExpressionReader::whole);
    }

    private static Optional<Expression> whole(Fields fields) {
        Optional<Expression> expression = inline(fields);
        fields.done();
        return expression;
    }
}
