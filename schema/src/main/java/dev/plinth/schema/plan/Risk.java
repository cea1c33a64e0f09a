package dev.plinth.schema.plan;

/** What a step may do to data, from harmless to gone. */
public enum Risk {
    /** Never fails and never changes a value, whatever the rows. */
    SAFE,
    /** Fails, changing nothing, when rows do not fit; a preflight counts them. */
    DATA_DEPENDENT,
    /** Values may be cut or rounded. Needs consent. */
    LOSSY,
    /** Rows or columns are gone. Needs consent. */
    DESTRUCTIVE;

    public boolean needsConsent() {
        return compareTo(LOSSY) >= 0;
    }
}
