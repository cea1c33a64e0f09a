package dev.plinth.schema.dialect;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.View;
import dev.plinth.schema.type.ColumnType;

import java.util.List;

/** Says changes in SQL. */
public interface Statements {
    /** Whether the database can run this change on a table that exists, rows and all. */
    boolean supports(Change change);

    /**
     * Whether it is known how the database says this change, so that {@link #write} does not refuse
     * it. Of a product that was never tried, some is not.
     */
    default boolean knows(Change change) {
        return true;
    }

    /**
     * The statements that run the change, in order, each without a terminator.
     *
     * @throws dev.plinth.schema.problem.PlinthException when it is not {@link #knows known}
     */
    List<String> write(Change change);

    /**
     * Whether a change of a column's type takes its values along, as {@link
     * dev.plinth.schema.type.Conversion} has it. A column without values can always be changed.
     */
    default boolean converts(ColumnType from, ColumnType to) {
        return true;
    }

    /**
     * The columns that the change drops and makes again, by which the database drops all keys,
     * indexes, checks and relations that they are part of.
     */
    default List<Column> remakes(Change change) {
        return List.of();
    }

    /**
     * Whether an index is made only where no relation of the same columns is yet; such a relation
     * steps aside for it.
     */
    default boolean indexesBeforeRelations() {
        return false;
    }

    /**
     * Whether a relation takes an index of just its columns for its own if there is one, which
     * cannot be dropped as long as the relation is there.
     */
    default boolean relationsHoldIndexes() {
        return false;
    }

    /** Whether the type of a column cannot be changed as long as a relation goes by it. */
    default boolean relationsHoldTypes() {
        return false;
    }

    /** The relations that were named after their table, and are named anew when it is renamed. */
    default List<Relation> namedAfter(Table table) {
        return List.of();
    }

    /** Whether the change cannot run while its table has indexes, so that they go and come back. */
    default boolean isBlockedByIndexes(Change change) {
        return false;
    }

    /** Whether a view is made again for no more than its comment. */
    default boolean isRemadeForComment(View view) {
        return true;
    }

    /**
     * What others may write meanwhile that would be lost, in words; empty where they wait or are
     * refused.
     */
    default String lostMeanwhile(Change change) {
        return "";
    }

    /** Whether the statement of a change is run again until it touches no row any more. */
    default boolean repeats(Change change) {
        return false;
    }

    /**
     * Whether columns that the database computes are in the way of a rename: of their table, or of
     * a column that they are computed from.
     */
    default boolean isBlockedByComputed(Change change) {
        return false;
    }

    /** Whether views go on reading a table or a column that is renamed under them. */
    default boolean viewsFollowRenames() {
        return false;
    }

    /**
     * Whether the change is refused under a view (PostgreSQL), drops it (Derby) or breaks it
     * (MariaDB, H2), so that the views of a model are made again around it.
     */
    default boolean isBlockedByViews(Change change) {
        return switch (change) {
            case Change.ChangeColumn c ->
                    c.aspects().contains(Change.Aspect.TYPE)
                            || c.aspects().contains(Change.Aspect.GENERATED);
            case Change.DropColumn _,
                    Change.RebuildTable _,
                    Change.DropTable _,
                    Change.KeepTable _ ->
                    true;
            case Change.RenameTable _, Change.RenameColumn _ -> !viewsFollowRenames();
            case Change.Provide _,
                    Change.ReturnTable _,
                    Change.KeepValues _,
                    Change.ReturnValues _,
                    Change.CreateTable _,
                    Change.ChangeTableComment _,
                    Change.AddColumn _,
                    Change.FillColumn _,
                    Change.AddPrimaryKey _,
                    Change.DropPrimaryKey _,
                    Change.AddUnique _,
                    Change.DropUnique _,
                    Change.AddIndex _,
                    Change.DropIndex _,
                    Change.AddCheck _,
                    Change.DropCheck _,
                    Change.AddRelation _,
                    Change.DropRelation _,
                    Change.CreateView _,
                    Change.DropView _ ->
                    false;
        };
    }

    /**
     * Lets the identity of a table go on after the highest number present, where rows that came
     * with numbers of their own do not; to be run after such rows.
     */
    default List<String> restartIdentity(Table table) {
        return List.of();
    }

    /**
     * As {@link #restartIdentity}, in a script that has written rows of its own.
     *
     * @param highest of their numbers, 0 for none
     */
    default List<String> restartIdentity(Table table, long highest) {
        return restartIdentity(table);
    }

    /** What stands between two statements in a script; {@code GO} and {@code /} live here. */
    default String terminator() {
        return ";\n";
    }

    /** A statement with what ends it, where a script has it alone on its lines. */
    default String ended(String sql) {
        return sql.stripTrailing() + terminator();
    }

    /**
     * Whether a statement of the change ends the transaction that it is run in, where structure is
     * transactional; a plan with such a change commits each of its statements.
     */
    default boolean endsTransaction(Change change) {
        return false;
    }

    /**
     * Whether a script of the change must not be within a transaction, when nothing is prepared
     * before as it is for a deployment.
     */
    default boolean standsOutside(Change change) {
        return false;
    }
}
