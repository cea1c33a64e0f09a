/** YugabyteDB, where it differs from PostgreSQL. */
@NullMarked
package dev.plinth.schema.dialect.yugabyte;

import org.jspecify.annotations.NullMarked;
