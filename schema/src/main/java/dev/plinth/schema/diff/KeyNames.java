package dev.plinth.schema.diff;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names of new primary keys. A key keeps its name when its table is renamed, so that the usual name
 * of another table's key may be taken.
 */
final class KeyNames {
    private final Dialect dialect;
    private final Set<String> taken = new HashSet<>();
    private final boolean amongTables;

    KeyNames(Model live, Model wanted, Dialect dialect) {
        this.dialect = dialect;
        this.amongTables =
                dialect.limits().constraintsNamedApartFromTables()
                        || dialect.limits().indexesNamedApartFromTables()
                                && dialect.limits().keysNamedAsIndexes();
        Stream.of(live, wanted)
                .flatMap(this::names)
                .forEach(n -> taken.add(n.toLowerCase(Locale.ROOT)));
    }

    private Stream<String> names(Model model) {
        Stream<String> within = model.tables().stream().flatMap(KeyNames::names);
        return amongTables
                ? Stream.of(
                                within,
                                model.tables().stream().map(t -> t.name().name()),
                                model.views().stream().map(v -> v.name().name()))
                        .flatMap(s -> s)
                : within;
    }

    private static Stream<String> names(Table table) {
        PrimaryKey key = table.primaryKey();
        return Stream.of(
                        key == null ? Stream.<String>of() : Stream.of(key.name()),
                        table.uniques().stream().map(u -> u.name()),
                        table.indexes().stream().map(i -> i.name()),
                        table.checks().stream().map(c -> c.name()),
                        table.relations().stream().map(r -> r.name()))
                .flatMap(s -> s);
    }

    /** The key with a name of its own if the usual one is taken. */
    PrimaryKey free(Table table, PrimaryKey key) {
        Names names = dialect.names();
        String usual = names.primaryKey(table.name());
        boolean shared =
                names.constraintScope() == Names.Scope.SCHEMA
                        || dialect.limits().keysNamedAsIndexes();
        return key.name().isEmpty() && shared && taken.contains(usual.toLowerCase(Locale.ROOT))
                ? new PrimaryKey(names.fitted(usual + "_" + table.id()), key.columns())
                : key;
    }
}
