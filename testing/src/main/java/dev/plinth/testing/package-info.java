/** Real databases for tests. */
@NullMarked
package dev.plinth.testing;

import org.jspecify.annotations.NullMarked;
