package dev.plinth.data.run;

import dev.plinth.data.access.Caller;
import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.rule.Rules;
import dev.plinth.schema.dialect.Dialect;

/**
 * What every write needs.
 *
 * @param visible what the caller knows of the catalog, and may be told of
 */
public record WriteContext(Session session, VisibleCatalog visible, Rules rules, Caller caller) {
    Catalog catalog() {
        return visible.catalog();
    }

    Dialect dialect() {
        return catalog().dialect();
    }
}
