/** Who may see and touch what: the catalog as one caller sees it. */
@NullMarked
package dev.plinth.data.access;

import org.jspecify.annotations.NullMarked;
