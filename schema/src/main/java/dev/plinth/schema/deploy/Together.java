package dev.plinth.schema.deploy;

/** Which steps of a deployment stand or fall together. */
enum Together {
    ALL("Everything was rolled back; the database is as it was before."),
    SOME(
            "The steps that ran in one transaction with it were rolled back; those before them are"
                    + " done and stay. Plan again to go on from there."),
    NONE("The steps before it are done and stay. Plan again to go on from there.");

    private final String remains;

    Together(String remains) {
        this.remains = remains;
    }

    /** What state the database is in after a step failed, as a sentence. */
    String remains() {
        return remains;
    }
}
