package dev.plinth.schema.dialect.yugabyte;

import dev.plinth.schema.dialect.RowAddress;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.postgres.PostgresQueries;

import java.util.Optional;

/** What PostgreSQL calls a row by is not there. */
final class YugabyteQueries extends PostgresQueries {
    YugabyteQueries(Types types) {
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
