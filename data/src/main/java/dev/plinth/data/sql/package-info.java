/** Plans as SQL of a dialect: values are always bound, names only from the catalog. */
@NullMarked
package dev.plinth.data.sql;

import org.jspecify.annotations.NullMarked;
