package dev.plinth.schema.dialect.standard;

import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.type.ColumnType;

import java.util.List;
import java.util.Optional;

/** Parts of queries as the SQL standard spells them. */
public abstract class StandardQueries implements Queries {
    protected final Types types;

    protected StandardQueries(Types types) {
        this.types = types;
    }

    @Override
    public String page(long limit, long offset, boolean ordered) {
        StringBuilder page = new StringBuilder();
        if (offset > 0) {
            page.append(" OFFSET ").append(offset).append(" ROWS");
        }
        if (limit >= 0) {
            page.append(" FETCH FIRST ").append(limit).append(" ROWS ONLY");
        }
        return page.toString();
    }

    @Override
    public String sorted(String expression, boolean descending, boolean nullsFirst) {
        return expression
                + (descending ? " DESC" : " ASC")
                + (nullsFirst ? " NULLS FIRST" : " NULLS LAST");
    }

    @Override
    public String likeIgnoringCase(String expression, String pattern) {
        return "LOWER(" + expression + ") LIKE LOWER(" + pattern + ")";
    }

    @Override
    public Optional<String> matches(String expression, String pattern, boolean ignoringCase) {
        return Optional.empty();
    }

    @Override
    public String isNotDistinct(String left, String right) {
        return left + " IS NOT DISTINCT FROM " + right;
    }

    @Override
    public String cast(String expression, ColumnType type) {
        return "CAST(" + expression + " AS " + types.sql(type) + ")";
    }

    @Override
    public Optional<String> returning(List<String> quotedColumns) {
        return Optional.empty();
    }
}
