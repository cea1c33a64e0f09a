package dev.plinth.schema.diff;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How live tables and columns are called once the renames of a plan have run. */
final class NamesAfter {
    private final Model wanted;
    private final Map<String, TableName> tables = new HashMap<>();

    NamesAfter(Model live, Model wanted, Dialect dialect) {
        this.wanted = wanted;
        Map<String, String> now = new LinkedHashMap<>();
        live.tables().forEach(t -> now.put(t.id(), t.name().toString()));
        Map<String, String> then = new LinkedHashMap<>();
        wanted.tables().forEach(t -> then.put(t.id(), t.name().toString()));
        then.putAll(TakenNames.of(live, wanted, dialect));
        live.tables().forEach(t -> tables.put(t.id(), t.name()));
        for (Renames.Rename rename : Renames.between(now, then)) {
            tables.put(
                    rename.id(),
                    wanted.table(rename.id())
                            .map(Table::name)
                            .orElseGet(() -> TableName.parse(rename.to())));
        }
    }

    TableName table(Table live) {
        return tables.getOrDefault(live.id(), live.name());
    }

    String column(Table live, Column column) {
        Map<String, String> now = new LinkedHashMap<>();
        live.columns().forEach(c -> now.put(c.id(), c.name()));
        Map<String, String> then = new LinkedHashMap<>();
        wanted.table(live.id())
                .ifPresent(t -> t.columns().forEach(c -> then.put(c.id(), c.name())));
        String name = column.name();
        for (Renames.Rename rename : Renames.between(now, then)) {
            if (rename.id().equals(column.id())) {
                name = rename.to();
            }
        }
        return name;
    }
}
