package dev.plinth.schema.dialect.mariadb;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Names;

import java.util.List;

/** Rows are filled in batches; what alters tables lets others work by itself where it can. */
final class MariaDbOnlineStatements extends MariaDbStatements {
    MariaDbOnlineStatements(Names names, MariaDbTypes types) {
        super(names, types);
    }

    @Override
    public List<String> write(Change change) {
        return change instanceof Change.FillColumn fill
                ? fillBatch(fill.table(), fill.column())
                : super.write(change);
    }

    @Override
    public boolean repeats(Change change) {
        return change instanceof Change.FillColumn;
    }
}
