/** The immutable picture of a deployed model that requests are resolved against. */
@NullMarked
package dev.plinth.data.catalog;

import org.jspecify.annotations.NullMarked;
