/** SQLite. */
@NullMarked
package dev.plinth.schema.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
