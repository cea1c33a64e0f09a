/** The kinds of column a model can have, one file each. */
@NullMarked
package dev.plinth.schema.type;

import org.jspecify.annotations.NullMarked;
