package dev.plinth.schema.dialect.db2;

import dev.plinth.schema.dialect.Limits;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.UniqueKey;

import java.util.EnumSet;
import java.util.Set;

/**
 * Limits of tables in pages of 4 KB, which a database has unless another size is asked for ("SQL
 * and XML limits", 11.5).
 */
final class Db2Limits implements Limits {
    /** SQL0629N. */
    @Override
    public boolean emptiesRequired() {
        return false;
    }

    /** SQL0153N. */
    @Override
    public boolean namesViewColumns() {
        return false;
    }

    @Override
    public boolean keysNamedAsIndexes() {
        return true;
    }

    @Override
    public int indexBytes() {
        return 1024;
    }

    @Override
    public int indexParts() {
        return 64;
    }

    @Override
    public int columns() {
        return 500;
    }

    @Override
    public boolean unlimitedKeys() {
        return false;
    }

    @Override
    public int textLength() {
        return Db2Types.LONGEST;
    }

    @Override
    public int decimalDigits() {
        return Db2Types.DIGITS;
    }

    /** A second unique constraint of the same columns is an error, a second index a warning. */
    @Override
    public boolean keysOfSameColumns() {
        return false;
    }

    /** Such a key is an index, and a relation leads to a constraint (SQL0573N). */
    @Override
    public boolean relatesToOptional(UniqueKey key) {
        return false;
    }

    @Override
    public boolean unlikePaths() {
        return false;
    }

    @Override
    public boolean deletingCircles() {
        return false;
    }

    @Override
    public Set<Action> onDelete() {
        return EnumSet.complementOf(EnumSet.of(Action.SET_DEFAULT));
    }

    @Override
    public Set<Action> onUpdate() {
        return EnumSet.of(Action.NO_ACTION, Action.RESTRICT);
    }
}
