/** Rows of text: the types of the columns are found by looking at the values. */
@NullMarked
package dev.plinth.schema.convert.csv;

import org.jspecify.annotations.NullMarked;
