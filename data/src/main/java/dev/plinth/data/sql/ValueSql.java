package dev.plinth.data.sql;

import dev.plinth.data.access.RowRule;
import dev.plinth.data.access.VisibleColumn;
import dev.plinth.data.catalog.Representation;
import dev.plinth.data.plan.Value;
import dev.plinth.data.request.Aggregate;
import dev.plinth.data.request.JsonStep;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.dialect.JsonKey;
import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says values in SQL. */
final class ValueSql {
    private final Draft draft;
    private final Queries queries;
    private final Types types;

    ValueSql(Draft draft) {
        this.draft = draft;
        this.queries = draft.dialect().queries();
        this.types = draft.dialect().types();
    }

    /** A column of the table of the alias; NULL in rows in which the caller may not see it. */
    Sql column(VisibleColumn column, Sql alias) {
        return masked(column, alias, Sql.column(column.column(), alias));
    }

    private Sql masked(VisibleColumn column, Sql alias, Sql value) {
        RowRule mask = column.mask();
        return mask == null
                ? value
                : Sql.of("CASE WHEN ")
                        .plus(draft.rule(mask, alias))
                        .plus(" THEN ")
                        .plus(value)
                        .plus(" END");
    }

    Sql value(Value value, Sql alias) {
        return switch (value) {
            case Value.OfColumn(VisibleColumn column) -> column(column, alias);
            case Value.InJson(Value document, List<JsonStep> path) -> json(document, path, alias);
            case Value.Cast(Value inner, ColumnType type) ->
                    value(inner, alias).said(v -> queries.cast(v, inner.type(), type));
            case Value.Aggregated(Aggregate aggregate, Value inner) ->
                    aggregated(aggregate, inner, inner == null ? Sql.of("*") : value(inner, alias));
        };
    }

    Sql cast(Sql value, ColumnType type) {
        return value.said(v -> queries.cast(v, type));
    }

    /** A value as it is read: {@link Types#read} understands it as of the value's type. */
    Sql read(Value value, Sql alias, boolean asText) {
        if (value instanceof Value.OfColumn(VisibleColumn column)) {
            Sql name = Sql.column(column.column(), alias);
            ColumnType type = column.type();
            Representation representation = column.column().representation();
            Sql selected =
                    asText && types.readsAsJson(type)
                            ? name.said(n -> queries.cast(n, new LongTextType()))
                            : representation.toJson() != null
                                    ? name.shownBy(representation)
                                    : name.said(n -> types.selection(type, n));
            return masked(column, alias, selected);
        }
        return readable(value.type(), value(value, alias));
    }

    /**
     * A value by which rows are found again, as it is read: such that it can be bound as of its
     * type. What would be read as JSON is read as the database's own text.
     */
    Sql key(ColumnType type, Sql value) {
        return types.readsAsJson(type)
                ? cast(value, new LongTextType())
                : value.said(v -> types.selection(type, v));
    }

    /** The type as which {@link #key} is read. */
    ColumnType keyType(ColumnType type) {
        return keyType(types, type);
    }

    static ColumnType keyType(Types types, ColumnType type) {
        return types.readsAsJson(type) ? new LongTextType() : type;
    }

    /** A computed value as it is read. */
    Sql readable(ColumnType type, Sql value) {
        return type instanceof NativeType ? value.said(v -> types.selection(type, v)) : value;
    }

    /**
     * @param of what is aggregated; null for rows
     * @param value the same, as it is written
     */
    Sql aggregated(Aggregate aggregate, @Nullable Value of, Sql value) {
        return switch (aggregate) {
            case COUNT -> count(value);
            case SUM -> value.said(v -> queries.sum(v, Objects.requireNonNull(of).type()));
            case AVG -> Sql.of("AVG(").plus(value).plus(")");
            case MAX -> Sql.of("MAX(").plus(value).plus(")");
            case MIN -> Sql.of("MIN(").plus(value).plus(")");
        };
    }

    static Sql count(Sql value) {
        return Sql.of("COUNT(").plus(value).plus(")");
    }

    private Sql json(Value document, List<JsonStep> path, Sql alias) {
        List<JsonKey> keys = new ArrayList<>();
        for (JsonStep step : path) {
            keys.add(new JsonKey(step.key(), step.isIndex()));
        }
        boolean text = path.getLast().asText();
        ColumnType type = document.type();
        return value(document, alias)
                .said(
                        d ->
                                queries.jsonAt(
                                                d,
                                                type,
                                                keys,
                                                text,
                                                k -> draft.bind(new LongTextType(), k).text())
                                        .orElseThrow(this::noPaths));
    }

    private Refusal noPaths() {
        return new Refusal(
                Reason.NOT_HERE,
                draft.dialect().title() + " has no paths into JSON",
                null,
                "Ask for the whole column.");
    }
}
