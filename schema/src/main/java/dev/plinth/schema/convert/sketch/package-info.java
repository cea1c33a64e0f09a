/** A model while a text is read: everything is told by name and gets its id at the end. */
@NullMarked
package dev.plinth.schema.convert.sketch;

import org.jspecify.annotations.NullMarked;
