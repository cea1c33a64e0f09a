/** What the databases share: SQL as the standard spells it, and the building of an inspection. */
@NullMarked
package dev.plinth.schema.dialect.standard;

import org.jspecify.annotations.NullMarked;
