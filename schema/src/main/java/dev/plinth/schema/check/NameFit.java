package dev.plinth.schema.check;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Names.Scope;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Whether names are short enough, and differ where the database wants them to. */
final class NameFit {
    private final Model lowered;
    private final Dialect dialect;
    private final Names names;
    private final Report report;
    private final Map<String, String> constraints = new HashMap<>();
    private final Map<String, String> indexes = new HashMap<>();

    /**
     * @param lowered the model with the names that the database will see
     */
    NameFit(Model lowered, Dialect dialect, Report report) {
        this.lowered = lowered;
        this.dialect = dialect;
        this.names = dialect.names();
        this.report = report;
    }

    void check() {
        if (dialect.limits().indexesNamedApartFromTables()) {
            tables(indexes);
        }
        if (dialect.limits().constraintsNamedApartFromTables()) {
            tables(constraints);
        }
        for (Table table : lowered.tables()) {
            String path = ElementPath.table(table.name());
            fits(table.name().name(), path);
            prefix(table.name().name(), path);
            table.columns().forEach(c -> column(c.name(), ElementPath.column(path, c)));
            if (table.primaryKey() != null) {
                constraint(table, table.primaryKey().name(), ElementPath.primaryKey(path));
            }
            table.uniques().forEach(u -> unique(table, u.name(), ElementPath.unique(path, u)));
            table.uniques().forEach(u -> index(u.name(), ElementPath.unique(path, u)));
            table.checks().forEach(c -> constraint(table, c.name(), ElementPath.check(path, c)));
            table.relations().forEach(r -> relation(table, r, ElementPath.relation(path, r)));
            if (dialect.limits().keysNamedAsIndexes()) {
                keysAsIndexes(table, path);
            }
            table.indexes()
                    .forEach(
                            i -> {
                                String place = ElementPath.index(path, i);
                                fits(i.name(), place);
                                prefix(i.name(), place);
                                index(i.name(), place);
                                collide(indexes, names.indexScope(), table, i.name(), place);
                            });
        }
        lowered.views().forEach(v -> fits(v.name().name(), ElementPath.view(v.name())));
    }

    private void tables(Map<String, String> taken) {
        lowered.tables().forEach(t -> taken.put(key(t.name(), t.name().name()), ""));
        lowered.views().forEach(v -> taken.put(key(v.name(), v.name().name()), ""));
    }

    private void keysAsIndexes(Table table, String path) {
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            collide(indexes, Scope.SCHEMA, table, key.name(), ElementPath.primaryKey(path));
        }
        table.uniques()
                .forEach(
                        u ->
                                collide(
                                        indexes,
                                        Scope.SCHEMA,
                                        table,
                                        u.name(),
                                        ElementPath.unique(path, u)));
    }

    private void unique(Table table, String name, String path) {
        if (dialect.limits().uniqueKeysAreIndexes()) {
            fits(name, path);
            collide(indexes, names.indexScope(), table, name, path);
        } else {
            constraint(table, name, path);
        }
    }

    /** Where unique keys are but indexes, they are named apart from relations. */
    private void relation(Table table, Relation relation, String path) {
        constraint(table, relation.name(), path);
        if (!dialect.limits().uniqueKeysAreIndexes()
                && !relation.name().isEmpty()
                && constraintsOf(table).anyMatch(relation.name()::equalsIgnoreCase)) {
            report.error(
                    CheckCode.NAMES_COLLIDE,
                    path,
                    "The name \""
                            + relation.name()
                            + "\" of a relation is that of a key or check of \""
                            + table.name()
                            + "\" too, which "
                            + dialect.title()
                            + " does not allow.");
        }
    }

    private static Stream<String> constraintsOf(Table table) {
        return Stream.concat(
                Stream.ofNullable(table.primaryKey()).map(PrimaryKey::name),
                Stream.concat(
                        table.uniques().stream().map(UniqueKey::name),
                        table.checks().stream().map(Check::name)));
    }

    private void column(String name, String path) {
        fits(name, path);
        if (dialect.limits().reservedColumns().contains(name)) {
            reserved(name, path);
        }
    }

    private void index(String name, String path) {
        if (dialect.limits().reservedIndexes().contains(name.toLowerCase(Locale.ROOT))) {
            reserved(name, path);
        }
    }

    private void prefix(String name, String path) {
        String prefix = dialect.limits().reservedPrefix();
        if (!prefix.isEmpty() && name.toLowerCase(Locale.ROOT).startsWith(prefix)) {
            reserved(name, path);
        }
    }

    private void reserved(String name, String path) {
        report.error(
                CheckCode.NAME_RESERVED,
                path,
                "The name \"" + name + "\" is one that " + dialect.title() + " keeps for itself.");
    }

    private void constraint(Table table, String name, String path) {
        fits(name, path);
        collide(constraints, names.constraintScope(), table, name, path);
    }

    private void fits(String name, String path) {
        String forbidden = dialect.limits().forbiddenInNames();
        if (name.chars().anyMatch(c -> forbidden.indexOf(c) >= 0)) {
            report.error(
                    CheckCode.NAME_CHARACTER,
                    path,
                    "The name \""
                            + name
                            + "\" has a character that "
                            + dialect.title()
                            + " does not allow in names ("
                            + forbidden
                            + ").");
        }
        if (!dialect.limits().keepsEmoji()
                && name.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
            report.error(
                    CheckCode.NAME_CHARACTER,
                    path,
                    "The name \""
                            + name
                            + "\" has a character beyond U+FFFF, which "
                            + dialect.title()
                            + " does not allow in names.");
        }
        if (!names.fits(name)) {
            String unit =
                    switch (names.unit()) {
                        case CHARACTERS -> " characters";
                        case BYTES -> " bytes";
                    };
            report.error(
                    CheckCode.NAME_LONG,
                    path,
                    "The name \""
                            + name
                            + "\" is longer than the "
                            + names.maxLength()
                            + unit
                            + " that "
                            + dialect.title()
                            + " takes.");
        }
    }

    private static String key(TableName schemaOf, String name) {
        return schemaOf.schema() + "." + name.toLowerCase(Locale.ROOT);
    }

    /** Within one table the model's own check tells it; here only across tables. */
    private void collide(
            Map<String, String> taken, Scope scope, Table table, String name, String path) {
        if (scope == Scope.TABLE || name.isEmpty()) {
            return;
        }
        String owner = taken.putIfAbsent(key(table.name(), name), table.id());
        if (owner != null && !owner.equals(table.id())) {
            report.error(
                    CheckCode.NAMES_COLLIDE,
                    path,
                    "The name \""
                            + name
                            + (owner.isEmpty()
                                    ? "\" is that of a table or view, which "
                                    : "\" is taken in another table, which ")
                            + dialect.title()
                            + " does not allow.");
        }
    }
}
