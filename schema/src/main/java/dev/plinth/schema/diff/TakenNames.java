package dev.plinth.schema.diff;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Limits;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Names of tables that go, which something else takes where it shares one name space with them. */
final class TakenNames {
    private final Limits limits;

    /** In small letters. */
    private final Set<TableName> sharing = new HashSet<>();

    private TakenNames(Model wanted, Limits limits) {
        this.limits = limits;
        for (Table table : wanted.tables()) {
            String schema = table.name().schema();
            sharing(table).forEach(n -> sharing.add(small(new TableName(schema, n))));
        }
    }

    /** Those names, by ids that no table has. */
    static Map<String, String> of(Model live, Model wanted, Dialect dialect) {
        TakenNames names = new TakenNames(wanted, dialect.limits());
        Map<String, String> taken = new HashMap<>();
        live.tables().stream()
                .map(Table::name)
                .filter(names::isTaken)
                .forEach(n -> taken.put("taken " + n, n.toString()));
        return taken;
    }

    private boolean isTaken(TableName name) {
        return sharing.contains(small(name));
    }

    private static TableName small(TableName name) {
        return new TableName(name.schema(), name.name().toLowerCase(Locale.ROOT));
    }

    private Stream<String> sharing(Table table) {
        Stream<String> keys =
                Stream.concat(
                        Stream.ofNullable(table.primaryKey()).map(PrimaryKey::name),
                        table.uniques().stream().map(UniqueKey::name));
        if (limits.constraintsNamedApartFromTables()) {
            return Stream.of(
                            keys,
                            table.checks().stream().map(Check::name),
                            table.relations().stream().map(Relation::name))
                    .flatMap(s -> s);
        }
        if (limits.indexesNamedApartFromTables()) {
            return Stream.concat(
                    limits.keysNamedAsIndexes() ? keys : Stream.empty(),
                    table.indexes().stream().map(Index::name));
        }
        return Stream.empty();
    }
}
