package dev.plinth.data.run;

import dev.plinth.data.access.Caller;
import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.rule.Rules;
import dev.plinth.schema.dialect.Dialect;

/** What every write needs. */
public record WriteContext(Session session, Catalog catalog, Rules rules, Caller caller) {
    Dialect dialect() {
        return catalog.dialect();
    }
}
