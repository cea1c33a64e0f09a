/** A request with its names resolved on what its caller may see. */
@NullMarked
package dev.plinth.data.plan;

import org.jspecify.annotations.NullMarked;
