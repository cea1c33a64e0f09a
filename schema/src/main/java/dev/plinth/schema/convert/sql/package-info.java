/** SQL scripts: what makes tables is read, everything else passed over, and nothing is run. */
@NullMarked
package dev.plinth.schema.convert.sql;

import org.jspecify.annotations.NullMarked;
