/** TiDB, where it differs from MySQL. */
@NullMarked
package dev.plinth.schema.dialect.tidb;

import org.jspecify.annotations.NullMarked;
