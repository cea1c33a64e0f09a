/** What only one database product can answer. */
@NullMarked
package dev.plinth.schema.dialect;

import org.jspecify.annotations.NullMarked;
