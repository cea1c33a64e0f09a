/** IBM Db2 for Linux, UNIX and Windows. */
@NullMarked
package dev.plinth.schema.dialect.db2;

import org.jspecify.annotations.NullMarked;
