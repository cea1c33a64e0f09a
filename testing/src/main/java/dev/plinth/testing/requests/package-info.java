/** Requests for rows, as clients send them and as nobody should, and the rows they are for. */
@NullMarked
package dev.plinth.testing.requests;

import org.jspecify.annotations.NullMarked;
