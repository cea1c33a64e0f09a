/** CockroachDB, where it differs from PostgreSQL. */
@NullMarked
package dev.plinth.schema.dialect.cockroach;

import org.jspecify.annotations.NullMarked;
