package dev.plinth.schema.dialect;

import dev.plinth.schema.dialect.Errors.Kind;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import java.util.EnumSet;
import java.util.Set;

class GenericOnH2Test extends GenericContract {
    @Override
    TestDatabase databases() {
        return TestDatabases.H2;
    }

    /** H2 has one code for digits and for characters that are too many. */
    @Override
    Set<Kind> outOfRange() {
        return EnumSet.of(Kind.OUT_OF_RANGE, Kind.TOO_LONG);
    }

    /** Its driver tells none. */
    @Override
    boolean knowsLongestName() {
        return false;
    }

    @Override
    Kind locked() {
        return Kind.TIMEOUT;
    }
}
