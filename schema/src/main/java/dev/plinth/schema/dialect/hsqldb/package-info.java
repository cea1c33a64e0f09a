/** HSQLDB, which is also called HyperSQL. */
@NullMarked
package dev.plinth.schema.dialect.hsqldb;

import org.jspecify.annotations.NullMarked;
