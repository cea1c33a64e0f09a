package dev.plinth.schema.dialect.cockroach;

import dev.plinth.schema.dialect.RowAddress;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.postgres.PostgresQueries;

import java.util.Optional;

/** Rows have no address, but every table has a key, if need be one of its own. */
final class CockroachQueries extends PostgresQueries {
    CockroachQueries(Types types) {
        super(types);
    }

    @Override
    public Optional<RowAddress> rowAddress() {
        return Optional.empty();
    }

    @Override
    public Optional<RowAddress> rowPart() {
        return Optional.empty();
    }
}
