/** Apache Derby. */
@NullMarked
package dev.plinth.schema.dialect.derby;

import org.jspecify.annotations.NullMarked;
