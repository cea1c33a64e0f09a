/** Schemas that others made, from the jars of their products. */
@NullMarked
package dev.plinth.schema.corpus;

import org.jspecify.annotations.NullMarked;
