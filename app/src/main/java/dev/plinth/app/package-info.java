/** The server and the command line. */
@NullMarked
package dev.plinth.app;

import org.jspecify.annotations.NullMarked;
