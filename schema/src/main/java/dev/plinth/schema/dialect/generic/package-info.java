/** Any database with a JDBC driver, by what the driver and the database tell of themselves. */
@NullMarked
package dev.plinth.schema.dialect.generic;

import org.jspecify.annotations.NullMarked;
