package dev.plinth.schema.dialect;

/**
 * What a change costs those who work with the database meanwhile. It is the class of a change, not
 * a time: what it does to a table of any size.
 *
 * @param instead how it is had with less blocking; empty where there is no other way
 */
public record Cost(Work work, Blocks blocks, String instead) {
    public static final Cost NONE = new Cost(Work.CATALOG, Blocks.NOBODY, "");

    public static Cost of(Work work, Blocks blocks) {
        return new Cost(work, blocks, "");
    }

    public Cost orInstead(String way) {
        return new Cost(work, blocks, way);
    }

    /** Of the way that blocks less, where there is one. */
    public Cost online() {
        return instead.isEmpty() ? this : new Cost(work, Blocks.NOBODY, "");
    }

    /** The higher of both in each respect. */
    public Cost and(Cost other) {
        return new Cost(
                work.compareTo(other.work) >= 0 ? work : other.work,
                blocks.compareTo(other.blocks) >= 0 ? blocks : other.blocks,
                instead.isEmpty() ? other.instead : instead);
    }

    /** What is done to the rows of the table. */
    public enum Work {
        /** Nothing: only the description of the table changes. */
        CATALOG,
        /** Every row is read. */
        SCAN,
        /** Rows are written anew, all that there are or those that change. */
        REWRITE
    }

    /** Who waits until it has ended. */
    public enum Blocks {
        NOBODY,
        WRITERS,
        EVERYBODY
    }
}
