/** What is wrong with an input, where, and the way out. */
@NullMarked
package dev.plinth.schema.problem;

import org.jspecify.annotations.NullMarked;
