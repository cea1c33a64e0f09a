/** The shorthand: a table to a line, its columns and child tables indented below it. */
@NullMarked
package dev.plinth.schema.convert.quick;

import org.jspecify.annotations.NullMarked;
