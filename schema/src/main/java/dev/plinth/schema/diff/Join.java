package dev.plinth.schema.diff;

import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How the rows of two live tables belong together.
 *
 * @param fromColumns ids of the columns of the one table
 * @param toColumns ids of those that they equal in the other
 * @param many whether several rows of the one belong to a row of the other
 */
record Join(Table from, Table to, List<String> fromColumns, List<String> toColumns, boolean many) {
    /** Holds for rows {@code s} of the one table that belong to the row of the other. */
    String condition(
            Names names,
            Function<Table, TableName> tableName,
            BiFunction<Table, Column, String> columnName) {
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < fromColumns.size(); i++) {
            Column one = from.column(fromColumns.get(i)).orElseThrow();
            Column other = to.column(toColumns.get(i)).orElseThrow();
            equal.add(
                    "s."
                            + names.quote(columnName.apply(from, one))
                            + " = "
                            + names.quote(tableName.apply(to))
                            + "."
                            + names.quote(columnName.apply(to, other)));
        }
        return String.join(" AND ", equal);
    }
}
