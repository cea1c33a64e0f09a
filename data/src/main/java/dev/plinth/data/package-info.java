/** Requests for rows, answered by SQL. */
@NullMarked
package dev.plinth.data;

import org.jspecify.annotations.NullMarked;
