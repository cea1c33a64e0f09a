package dev.plinth.schema.diff;

import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.View;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tells whether an expression changed, without ever comparing what somebody wrote with what a
 * database shows: databases rewrite expressions, each in its own way. An expression is unchanged
 * when it is written as it was at the last deployment and the database shows it as it did right
 * after.
 */
public final class Echoes {
    private final Map<String, String> written;
    private final Map<String, String> echoed;
    private final Map<String, String> live;

    private Echoes(Map<String, String> written, Map<String, String> echoed, Model live) {
        this.written = written;
        this.echoed = echoed;
        this.live = texts(live);
    }

    /** Every expression of a model by a key of element id and aspect. */
    public static Map<String, String> texts(Model model) {
        Map<String, String> texts = new HashMap<>();
        for (Table table : model.tables()) {
            for (Column column : table.columns()) {
                if (column.defaultValue() != null) {
                    texts.put(column.id() + "/default", text(column.defaultValue()));
                }
                if (column.generated() != null) {
                    texts.put(column.id() + "/generated", column.generated().expression().text());
                }
            }
            for (Check check : table.checks()) {
                texts.put(check.id() + "/check", check.expression().text());
            }
            for (Index index : table.indexes()) {
                texts.put(index.id() + "/where", index.where() == null ? "" : index.where().text());
                texts.put(index.id() + "/parts", parts(index));
            }
        }
        for (View view : model.views()) {
            texts.put(view.id() + "/query", view.query());
        }
        return texts;
    }

    /**
     * The wanted model with each unchanged expression replaced by what the live database shows, so
     * that plain equality tells what is left to do.
     */
    public static Model settle(Model wanted, Model live, Deployed deployed) {
        return new Echoes(texts(deployed.model()), deployed.echoes(), live).settle(wanted, live);
    }

    private Model settle(Model wanted, Model liveModel) {
        List<Table> tables =
                wanted.tables().stream()
                        .map(t -> settle(t, liveModel.table(t.id()).orElse(null)))
                        .toList();
        List<View> views =
                wanted.views().stream()
                        .map(
                                v ->
                                        new View(
                                                v.id(),
                                                v.name(),
                                                v.label(),
                                                v.columns(),
                                                settled(v.id() + "/query", v.query()),
                                                v.comment()))
                        .toList();
        return new Model(tables, views, wanted.choices(), wanted.origin());
    }

    private Table settle(Table wanted, @Nullable Table now) {
        if (now == null) {
            return wanted;
        }
        return wanted.withColumns(
                        wanted.columns().stream()
                                .map(c -> settle(c, now.column(c.id()).orElse(null)))
                                .toList())
                .withChecks(wanted.checks().stream().map(this::settle).toList())
                .withIndexes(
                        wanted.indexes().stream()
                                .map(
                                        i ->
                                                now.indexes().stream()
                                                        .filter(n -> n.id().equals(i.id()))
                                                        .findFirst()
                                                        .map(n -> settle(i, n))
                                                        .orElse(i))
                                .toList());
    }

    private Column settle(Column wanted, @Nullable Column now) {
        if (now == null) {
            return wanted;
        }
        Column settled = wanted;
        Default value = wanted.defaultValue();
        if (value != null && unchanged(wanted.id() + "/default", text(value))) {
            settled = settled.withDefault(now.defaultValue());
        }
        Generated generated = wanted.generated();
        if (generated != null) {
            String text = settled(wanted.id() + "/generated", generated.expression().text());
            settled =
                    settled.withGenerated(new Generated(Expression.sql(text), generated.stored()));
        }
        return settled;
    }

    private Check settle(Check check) {
        String text = settled(check.id() + "/check", check.expression().text());
        return new Check(check.id(), check.name(), Expression.sql(text), check.message());
    }

    private Index settle(Index wanted, Index now) {
        String where = wanted.where() == null ? "" : wanted.where().text();
        return wanted.withParts(
                        unchanged(wanted.id() + "/parts", parts(wanted))
                                ? now.parts()
                                : wanted.parts())
                .withWhere(unchanged(wanted.id() + "/where", where) ? now.where() : wanted.where());
    }

    private String settled(String key, String text) {
        return unchanged(key, text) ? live.getOrDefault(key, text) : text;
    }

    private boolean unchanged(String key, String text) {
        return live.containsKey(key)
                && text.equals(written.get(key))
                && Objects.equals(echoed.get(key), live.get(key));
    }

    private static String text(Default value) {
        return value.toString();
    }

    private static String parts(Index index) {
        return index.parts().toString();
    }
}
