/** The differences between two models, as values. */
@NullMarked
package dev.plinth.schema.change;

import org.jspecify.annotations.NullMarked;
