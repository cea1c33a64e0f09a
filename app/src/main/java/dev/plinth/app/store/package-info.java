/** The meta store: where projects, people and secrets are kept. */
@NullMarked
package dev.plinth.app.store;

import org.jspecify.annotations.NullMarked;
