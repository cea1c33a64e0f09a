package dev.plinth.schema.dialect;

import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.api.Nested;

/**
 * What every database must do. What one cannot do, its dialect leaves out of its capabilities; then
 * the contract asks that it is refused, or kept out by the diff rules, and never dropped in
 * silence.
 */
abstract class DialectContract {
    abstract Dialect dialect();

    abstract TestDatabase databases();

    @Nested
    class Structure extends StructureContract {
        Structure() {
            super(DialectContract.this);
        }
    }

    @Nested
    class Alter extends AlterContract {
        Alter() {
            super(DialectContract.this);
        }
    }
}
