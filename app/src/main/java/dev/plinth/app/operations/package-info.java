/** What an operator sees of requests for rows: counts and times, pools, slow requests. */
@NullMarked
package dev.plinth.app.operations;

import org.jspecify.annotations.NullMarked;
