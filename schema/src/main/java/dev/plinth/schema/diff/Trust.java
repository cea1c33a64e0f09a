package dev.plinth.schema.diff;

import dev.plinth.schema.dialect.Unseen;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.model.View;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes what a database does not show to be as it was deployed, else it would be made again. */
public final class Trust {
    private final Model deployed;
    private final Set<Unseen> unseen;

    private Trust(Model deployed, Set<Unseen> unseen) {
        this.deployed = deployed;
        this.unseen = unseen;
    }

    /**
     * The live model with what is not seen of it.
     *
     * @param live with adopted ids
     */
    public static Model in(Model deployed, Model live, Set<Unseen> unseen) {
        return unseen.isEmpty() ? live : new Trust(deployed, unseen).applied(live);
    }

    private Model applied(Model live) {
        List<Table> tables =
                live.tables().stream()
                        .map(t -> deployed.table(t.id()).map(d -> applied(t, d)).orElse(t))
                        .toList();
        List<View> views = live.views().stream().map(this::applied).toList();
        return new Model(tables, views, live.choices(), live.origin());
    }

    private Table applied(Table live, Table was) {
        Table seen = live;
        if (unseen.contains(Unseen.CHECKS)) {
            seen = seen.withChecks(was.checks());
        }
        if (unseen.contains(Unseen.GENERATION)) {
            seen =
                    seen.withColumns(
                            seen.columns().stream()
                                    .map(c -> was.column(c.id()).map(d -> applied(c, d)).orElse(c))
                                    .toList());
        }
        return unseen.contains(Unseen.UNIQUE_KEYS) ? withKeys(seen, was) : seen;
    }

    private static Column applied(Column live, Column was) {
        return was.generated() == null
                ? live
                : live.withDefault(null).withGenerated(was.generated());
    }

    /** A unique key is there as long as a unique index of its columns is. */
    private static Table withKeys(Table live, Table was) {
        List<Index> indexes = new ArrayList<>(live.indexes());
        List<UniqueKey> keys = new ArrayList<>(live.uniques());
        for (UniqueKey key : was.uniques()) {
            indexes.stream()
                    .filter(i -> i.unique() && columns(i).equals(key.columns()))
                    .findFirst()
                    .ifPresent(
                            index -> {
                                indexes.remove(index);
                                keys.add(key);
                            });
        }
        return live.withIndexes(indexes).withUniques(keys);
    }

    private static List<String> columns(Index index) {
        return index.parts().stream().map(Index.Part::column).toList();
    }

    private View applied(View live) {
        if (!unseen.contains(Unseen.VIEW_QUERIES)) {
            return live;
        }
        return deployed.views().stream()
                .filter(v -> v.id().equals(live.id()))
                .findFirst()
                .map(
                        v ->
                                new View(
                                        live.id(),
                                        live.name(),
                                        live.label(),
                                        live.columns(),
                                        v.query(),
                                        live.comment()))
                .orElse(live);
    }
}
