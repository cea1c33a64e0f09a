package dev.plinth.schema.change;

import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Need;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.model.View;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One difference between two models of a database. Every switch over this type names every kind, so
 * that a new kind fails to compile wherever it is not handled.
 *
 * <p>A {@code table} component is the table with the names it bears when the change is run.
 */
public sealed interface Change {
    /** The table or view that is changed, as it is named when the change is run. */
    TableName on();

    /** The change that takes this one back, as far as structure goes; empty when there is none. */
    Optional<Change> reverse();

    /** Makes what tables need; it stays when they go. */
    record Provide(Need need) implements Change {
        @Override
        public TableName on() {
            return TableName.of(need.name());
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.empty();
        }
    }

    /** Foreign keys are only part of it where the database cannot add them afterwards. */
    record CreateTable(Table table, List<ForeignKey> foreignKeys) implements Change {
        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new DropTable(table, foreignKeys));
        }
    }

    record DropTable(Table table, List<ForeignKey> foreignKeys) implements Change {
        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new CreateTable(table, foreignKeys));
        }
    }

    /**
     * A table that is not wanted any more goes aside instead of being dropped: it bears another
     * name, constrains nobody, and is hidden from inspections.
     */
    record KeepTable(Table table, List<ForeignKey> foreignKeys, TableName kept) implements Change {
        public KeepTable {
            foreignKeys = List.copyOf(foreignKeys);
        }

        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new ReturnTable(table.withName(kept), table.name()));
        }
    }

    /** Takes a table back that was kept aside. */
    record ReturnTable(Table kept, TableName to) implements Change {
        @Override
        public TableName on() {
            return to;
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new KeepTable(kept.withName(to), List.of(), kept.name()));
        }
    }

    /**
     * Copies the values of a column, each with the key of its row, into a table of their own.
     *
     * @param copy columns that hold the key, in its order, then one for the value
     */
    record KeepValues(Table table, Column column, List<Column> key, Table copy) implements Change {
        public KeepValues {
            key = List.copyOf(key);
        }

        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new DropTable(copy, List.of()));
        }
    }

    /**
     * A column that is stored again gets back what it held before it was computed, in the rows that
     * were there then.
     *
     * @param key columns of the table that its rows are known by in the copy
     * @param copy the table with the values, as {@link KeepValues} made it
     */
    record ReturnValues(Table table, Column column, List<Column> key, Table copy)
            implements Change {
        public ReturnValues {
            key = List.copyOf(key);
        }

        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.empty();
        }
    }

    /** The table is named as it was. */
    record RenameTable(Table table, TableName to) implements Change {
        public TableName from() {
            return table.name();
        }

        @Override
        public TableName on() {
            return from();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new RenameTable(table.withName(to), from()));
        }
    }

    /**
     * The table is made anew and its rows are carried over, for databases that cannot alter it.
     *
     * @param changes what makes the difference, for the reader and for judging the risk
     * @param triggers of the database, to be made again
     */
    record RebuildTable(
            Table from,
            List<ForeignKey> fromKeys,
            Table to,
            List<ForeignKey> toKeys,
            List<Change> changes,
            List<DatabaseTrigger> triggers)
            implements Change {
        public RebuildTable {
            fromKeys = List.copyOf(fromKeys);
            toKeys = List.copyOf(toKeys);
            changes = List.copyOf(changes);
            triggers = List.copyOf(triggers);
        }

        /** Of a table without triggers. */
        public RebuildTable(
                Table from,
                List<ForeignKey> fromKeys,
                Table to,
                List<ForeignKey> toKeys,
                List<Change> changes) {
            this(from, fromKeys, to, toKeys, changes, List.of());
        }

        public RebuildTable withTriggers(List<DatabaseTrigger> kept) {
            return new RebuildTable(from, fromKeys, to, toKeys, changes, kept);
        }

        @Override
        public TableName on() {
            return from.name();
        }

        @Override
        public Optional<Change> reverse() {
            List<Change> back =
                    changes.reversed().stream().flatMap(c -> c.reverse().stream()).toList();
            return Optional.of(new RebuildTable(to, toKeys, from, fromKeys, back, triggers));
        }
    }

    record ChangeTableComment(Table table, String from, String to) implements Change {
        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new ChangeTableComment(table, to, from));
        }
    }

    record AddColumn(Table table, Column column) implements Change {
        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new DropColumn(table, column));
        }
    }

    record DropColumn(Table table, Column column) implements Change {
        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new AddColumn(table, column));
        }
    }

    record RenameColumn(Table table, String from, String to) implements Change {
        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new RenameColumn(table, to, from));
        }
    }

    /** Type, nullability, default, identity, generation or comment of a column, its name aside. */
    record ChangeColumn(Table table, Column from, Column to, Set<Aspect> aspects)
            implements Change {
        public ChangeColumn {
            aspects = Set.copyOf(aspects);
        }

        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new ChangeColumn(table, to, from, aspects));
        }

        /** Whether what is computed takes the place of what was stored. */
        public boolean becomesComputed() {
            return from.generated() == null && to.generated() != null;
        }

        /** Whether what was computed is stored from now on. */
        public boolean becomesStored() {
            return from.generated() != null && to.generated() == null;
        }
    }

    /** Gives rows that lack a value the column's backfill, before it becomes required. */
    record FillColumn(Table table, Column column) implements Change {
        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.empty();
        }
    }

    record AddPrimaryKey(Table table, PrimaryKey key) implements Change {
        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new DropPrimaryKey(table, key));
        }
    }

    record DropPrimaryKey(Table table, PrimaryKey key) implements Change {
        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new AddPrimaryKey(table, key));
        }
    }

    record AddUnique(Table table, UniqueKey key) implements Change {
        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new DropUnique(table, key));
        }
    }

    record DropUnique(Table table, UniqueKey key) implements Change {
        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new AddUnique(table, key));
        }
    }

    record AddIndex(Table table, Index index) implements Change {
        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new DropIndex(table, index));
        }
    }

    record DropIndex(Table table, Index index) implements Change {
        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new AddIndex(table, index));
        }
    }

    record AddCheck(Table table, Check check) implements Change {
        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new DropCheck(table, check));
        }
    }

    record DropCheck(Table table, Check check) implements Change {
        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new AddCheck(table, check));
        }
    }

    record AddRelation(Table table, ForeignKey key) implements Change {
        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new DropRelation(table, key));
        }
    }

    record DropRelation(Table table, ForeignKey key) implements Change {
        @Override
        public TableName on() {
            return table.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new AddRelation(table, key));
        }
    }

    /**
     * @param belongings what is given to the view once it is there, because it had it before
     */
    record CreateView(View view, List<Belonging> belongings) implements Change {
        public CreateView {
            belongings = List.copyOf(belongings);
        }

        public CreateView(View view) {
            this(view, List.of());
        }

        @Override
        public TableName on() {
            return view.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new DropView(view, belongings));
        }
    }

    /**
     * @param belongings what goes along with the view
     */
    record DropView(View view, List<Belonging> belongings) implements Change {
        public DropView {
            belongings = List.copyOf(belongings);
        }

        public DropView(View view) {
            this(view, List.of());
        }

        @Override
        public TableName on() {
            return view.name();
        }

        @Override
        public Optional<Change> reverse() {
            return Optional.of(new CreateView(view, belongings));
        }
    }

    /** A part of a column's definition. */
    enum Aspect {
        TYPE,
        REQUIRED,
        DEFAULT,
        IDENTITY,
        GENERATED,
        COMMENT;

        /** In what two definitions differ, judging types by {@code sameType}. */
        public static Set<Aspect> between(Column from, Column to, boolean sameType) {
            EnumSet<Aspect> aspects = EnumSet.noneOf(Aspect.class);
            if (!sameType) {
                aspects.add(TYPE);
            }
            if (from.required() != to.required()) {
                aspects.add(REQUIRED);
            }
            if (!Objects.equals(from.defaultValue(), to.defaultValue())) {
                aspects.add(DEFAULT);
            }
            if (from.identity() != to.identity()) {
                aspects.add(IDENTITY);
            }
            if (!Objects.equals(from.generated(), to.generated())) {
                aspects.add(GENERATED);
            }
            if (!from.comment().equals(to.comment())) {
                aspects.add(COMMENT);
            }
            return aspects;
        }
    }
}
