/** Firebird. */
@NullMarked
package dev.plinth.schema.dialect.firebird;

import org.jspecify.annotations.NullMarked;
