/** H2, embedded or as a server. */
@NullMarked
package dev.plinth.schema.dialect.h2;

import org.jspecify.annotations.NullMarked;
