/** A condition or value written in CEL: parsed, checked, evaluated, and said in SQL. */
@NullMarked
package dev.plinth.schema.expression;

import org.jspecify.annotations.NullMarked;
