/** MySQL, and what its relatives have in common with it. */
@NullMarked
package dev.plinth.schema.dialect.mysql;

import org.jspecify.annotations.NullMarked;
