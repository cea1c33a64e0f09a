/** Runs a plan: lock, journal, statements, verification. */
@NullMarked
package dev.plinth.schema.deploy;

import org.jspecify.annotations.NullMarked;
