/** Finds the changes that lead from what a database has to what a model wants. */
@NullMarked
package dev.plinth.schema.diff;

import org.jspecify.annotations.NullMarked;
