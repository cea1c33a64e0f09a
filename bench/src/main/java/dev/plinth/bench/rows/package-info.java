/** How fast rows are served, against the same statements behind the same HTTP server, by hand. */
@NullMarked
package dev.plinth.bench.rows;

import org.jspecify.annotations.NullMarked;
