/** Drivers and pools of connections, for the meta store and for projects alike. */
@NullMarked
package dev.plinth.app.database;

import org.jspecify.annotations.NullMarked;
