/** DuckDB. */
@NullMarked
package dev.plinth.schema.dialect.duckdb;

import org.jspecify.annotations.NullMarked;
