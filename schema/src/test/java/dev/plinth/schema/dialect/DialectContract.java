package dev.plinth.schema.dialect;

import dev.plinth.schema.dialect.Errors.Kind;
import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.api.Nested;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What every database must do. What one cannot do, its dialect leaves out of its capabilities; then
 * the contract asks that it is refused, or kept out by the diff rules, and never dropped in
 * silence.
 */
abstract class DialectContract {
    abstract Dialect dialect();

    abstract TestDatabase databases();

    /** Whether a refusal tells the name of the unique key that was broken. */
    boolean tellsUniqueKeys() {
        return true;
    }

    /** Whether a refusal tells the name of the relation that was broken. */
    boolean tellsRelations() {
        return true;
    }

    /** Whether a refusal tells the name of the check that was broken. */
    boolean tellsChecks() {
        return true;
    }

    /** Whether a refusal tells which column lacks a value. */
    boolean tellsRequired() {
        return true;
    }

    /** Whether the longest name is what the database says, and not what the standard does. */
    boolean knowsLongestName() {
        return true;
    }

    /** The kinds of refusal of a number that is out of range. */
    Set<Kind> outOfRange() {
        return EnumSet.of(Kind.OUT_OF_RANGE, Kind.CHECK);
    }

    /** The kind of refusal of a lock that another session holds. */
    Kind locked() {
        return Kind.CONFLICT;
    }

    /**
     * Names of tests, and titles of cases, that ask for what is not known of the database; each
     * must end in a refusal that says so.
     */
    Set<String> refuses() {
        return Set.of();
    }

    /** Whether the database itself refuses a text that is too long or a number out of range. */
    boolean keepsLimits() {
        return true;
    }

    /** Whether the database itself refuses a decimal with too many digits. */
    boolean keepsDigits() {
        return keepsLimits();
    }

    /** The name of a schema that a test may make beside its own; empty where there is but one. */
    Optional<String> secondSchema() {
        return Optional.of("second \"schema\"");
    }

    /** The name of the schema that a connection is in. */
    String ownSchema(Connection connection) throws SQLException {
        return connection.getSchema();
    }

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

    @Nested
    class Values extends ValueContract {
        Values() {
            super(DialectContract.this);
        }
    }

    @Nested
    class Faults extends FaultContract {
        Faults() {
            super(DialectContract.this);
        }
    }

    @Nested
    class Querying extends QueryContract {
        Querying() {
            super(DialectContract.this);
        }
    }

    @Nested
    class Cases extends CasesContract {
        Cases() {
            super(DialectContract.this);
        }
    }

    @Nested
    class Limited extends LimitsContract {
        Limited() {
            super(DialectContract.this);
        }
    }
}
