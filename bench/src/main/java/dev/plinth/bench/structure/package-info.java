/** How long planning takes, against the bare queries of the catalog. */
@NullMarked
package dev.plinth.bench.structure;

import org.jspecify.annotations.NullMarked;
