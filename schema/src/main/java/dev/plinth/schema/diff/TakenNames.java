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
import java.util.Map;
import java.util.stream.Stream;

/** Names of tables that go, which something else takes where it shares one name space with them. */
final class TakenNames {
    private final Model wanted;
    private final Limits limits;

    private TakenNames(Model wanted, Limits limits) {
        this.wanted = wanted;
        this.limits = limits;
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
        return wanted.tables().stream()
                .filter(t -> t.name().schema().equals(name.schema()))
                .flatMap(this::sharing)
                .anyMatch(name.name()::equalsIgnoreCase);
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
