package dev.plinth.data;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class DerbyConcurrencyTest extends ConcurrencyContract {
    @Override
    Dialect dialect() {
        return Dialects.named("derby");
    }

    @Override
    TestDatabase database() {
        return TestDatabases.DERBY;
    }

    /** A small table is read as a whole, and what others wrote in it is locked (10.17.1). */
    @Override
    boolean mayBeToldToTryAgain() {
        return true;
    }
}
