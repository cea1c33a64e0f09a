/**
 * How to reach databases: what may be reached, with which secret, and what is wrong when it fails.
 */
@NullMarked
package dev.plinth.app.connection;

import org.jspecify.annotations.NullMarked;
