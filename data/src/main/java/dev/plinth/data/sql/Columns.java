package dev.plinth.data.sql;

import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.plan.Embed;
import dev.plinth.data.plan.Output;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.plan.Value;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.JsonType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The columns of a statement's result, while they are collected. */
class Columns {
    private final Draft draft;
    private final FromSql from;
    private final boolean asText;
    final ValueSql values;
    final List<Sql> selected = new ArrayList<>();
    private final List<ColumnType> types = new ArrayList<>();
    private final List<Read.Child> children = new ArrayList<>();

    Columns(Draft draft, ValueSql values, FromSql from, SelectSql.Options options) {
        this.draft = draft;
        this.values = values;
        this.from = from;
        this.asText = options.asText();
    }

    /** Collects what is shown of a node and of what is joined to it. */
    RowShape shape(ReadNode node, Sql alias) {
        List<RowShape.Member> members = new ArrayList<>();
        for (Output output : node.outputs()) {
            members.add(
                    switch (output) {
                        case Output.Named(String name, Value value) -> {
                            ColumnType type = value.type();
                            yield new RowShape.Scalar(name, add(value, alias), type, isJson(value));
                        }
                        case Output.Related(Embed embed) -> related(embed, node, alias);
                    });
        }
        return new RowShape(members);
    }

    private boolean isJson(Value value) {
        ColumnType type = value.type();
        return type instanceof JsonType || !asText && draft.dialect().types().readsAsJson(type);
    }

    private RowShape.Member related(Embed embed, ReadNode node, Sql alias) {
        Sql joined = from.alias(embed);
        if (joined != null) {
            if (embed.spread()) {
                return new RowShape.SpreadOne(shape(embed.node(), joined));
            }
            int presence =
                    addPresence(FromSql.presence(embed).type(), from.presence(embed, joined));
            return new RowShape.One(embed.label(), presence, shape(embed.node(), joined));
        }
        List<Integer> keys = new ArrayList<>();
        for (CatalogColumn column : embed.relation().sourceColumns()) {
            keys.add(addPlain(column.type(), from.column(column, new Scope(node.table(), alias))));
        }
        children.add(new Read.Child(embed, keys));
        int child = children.size() - 1;
        if (embed.isToOne()) {
            return new RowShape.Single(embed.label(), child);
        }
        return embed.spread()
                ? new RowShape.SpreadMany(child, names(embed.node()))
                : new RowShape.Many(embed.label(), child);
    }

    private static List<String> names(ReadNode node) {
        List<String> names = new ArrayList<>();
        for (Output output : node.outputs()) {
            switch (output) {
                case Output.Named(String name, _) -> names.add(name);
                case Output.Related(Embed embed) -> {
                    if (embed.spread()) {
                        names.addAll(names(embed.node()));
                    } else {
                        names.add(embed.label());
                    }
                }
            }
        }
        return names;
    }

    /** A value of the row, as it is shown. */
    int add(Value value, Sql alias) {
        return add(value.type(), shown(value, alias));
    }

    final Sql shown(Value value, Sql alias) {
        return values.read(value, alias, asText);
    }

    /** A value of the row that is compared with others, and not shown. */
    int addPlain(ColumnType type, Sql value) {
        return add(values.keyType(type), values.key(type, value));
    }

    /** A value that tells whether there is a related row. */
    int addPresence(ColumnType type, Sql value) {
        return addPlain(type, value);
    }

    void addKey(ColumnType type, Sql value) {
        addPlain(type, value);
    }

    final int add(ColumnType type, Sql sql) {
        selected.add(sql);
        types.add(type);
        return types.size() - 1;
    }

    /** The value by which rows are sorted. */
    Sql sortValue(Value value, Sql alias) {
        return values.value(value, alias);
    }

    /** What stands after the innermost SELECT. */
    List<Sql> inner() {
        return selected.isEmpty() ? List.of(Sql.of("1")) : selected;
    }

    /** What is made of the innermost SELECT. */
    Sql outer(Sql inner) {
        return inner;
    }

    /** The columns by names of ours, with one more, {@code n}. */
    List<Sql> named(Sql last) {
        List<Sql> named = new ArrayList<>();
        for (int i = 0; i < selected.size(); i++) {
            named.add(selected.get(i).plus(" AS ").plus(Sql.numbered('c', i)));
        }
        named.add(last.plus(" AS n"));
        return named;
    }

    /** The names given by {@link #named}. */
    Sql names(Sql alias) {
        List<Sql> names = new ArrayList<>();
        for (int i = 0; i < selected.size(); i++) {
            names.add(alias.dot(Sql.numbered('c', i)));
        }
        return Sql.joined(Sql.COMMA, names);
    }

    /** What stands for a group without rows; null if there is none. */
    @Nullable Object @Nullable [] ofNoRows() {
        return null;
    }

    Read read(Sql statement, RowShape shape, List<Integer> hidden) {
        return new Read(draft.finish(statement), types, shape, hidden, ofNoRows(), children);
    }
}
