/** PostgreSQL. */
@NullMarked
package dev.plinth.schema.dialect.postgres;

import org.jspecify.annotations.NullMarked;
