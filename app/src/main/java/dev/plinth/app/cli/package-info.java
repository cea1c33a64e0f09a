/**
 * The commands other than {@code serve}. They start no server and no Spring, and load a driver only
 * when a database is named, because people wait for them.
 */
@NullMarked
package dev.plinth.app.cli;

import org.jspecify.annotations.NullMarked;
