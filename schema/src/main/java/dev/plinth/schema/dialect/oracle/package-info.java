/** Oracle Database, by its documentation: no test runs on one. */
@NullMarked
package dev.plinth.schema.dialect.oracle;

import org.jspecify.annotations.NullMarked;
