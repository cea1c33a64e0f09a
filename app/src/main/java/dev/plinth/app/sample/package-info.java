/** A shop with a few thousand rows, so that everything has something to show. */
@NullMarked
package dev.plinth.app.sample;

import org.jspecify.annotations.NullMarked;
