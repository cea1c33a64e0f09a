/** Runs statements; the only package here that opens a connection. */
@NullMarked
package dev.plinth.data.run;

import org.jspecify.annotations.NullMarked;
