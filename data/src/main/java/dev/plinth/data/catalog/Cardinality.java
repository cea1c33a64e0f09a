package dev.plinth.data.catalog;

/** How many rows stand on either side of a relation. */
public enum Cardinality {
    MANY_TO_ONE("many-to-one"),
    ONE_TO_MANY("one-to-many"),
    ONE_TO_ONE("one-to-one"),
    MANY_TO_MANY("many-to-many");

    private final String title;

    Cardinality(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Whether a row has at most one related row. */
    public boolean isToOne() {
        return this == MANY_TO_ONE || this == ONE_TO_ONE;
    }
}
