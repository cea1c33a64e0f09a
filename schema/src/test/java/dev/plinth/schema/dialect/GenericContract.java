package dev.plinth.schema.dialect;

import java.util.Set;

/** The contract for a database whose own dialect is not used: what nobody could tell is refused. */
abstract class GenericContract extends DialectContract {
    @Override
    Dialect dialect() {
        return Generic.on(databases());
    }

    @Override
    boolean tellsUniqueKeys() {
        return false;
    }

    @Override
    boolean tellsRelations() {
        return false;
    }

    @Override
    boolean tellsChecks() {
        return false;
    }

    @Override
    boolean tellsRequired() {
        return false;
    }

    @Override
    Set<String> refuses() {
        return Set.of(
                "anIdentityIsRestartedAfterRowsThatBroughtTheirNumbers",
                "anIdentityIsRestartedAboveNumbersThatAreAllNegative",
                "aKeyBecomesAnIdentityThatGoesOnAfterTheRows",
                "numbers are no longer given, then are",
                "text(10) becomes boolean",
                "boolean becomes text(10)");
    }
}
