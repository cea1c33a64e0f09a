/** Microsoft SQL Server, by its documentation: no test runs on one. */
@NullMarked
package dev.plinth.schema.dialect.sqlserver;

import org.jspecify.annotations.NullMarked;
