/** Rows of projects over HTTP: the data API, and what an app consists of for a caller. */
@NullMarked
package dev.plinth.app.rows;

import org.jspecify.annotations.NullMarked;
