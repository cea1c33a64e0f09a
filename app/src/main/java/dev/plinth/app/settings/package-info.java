/** How the server was started. */
@NullMarked
package dev.plinth.app.settings;

import org.jspecify.annotations.NullMarked;
