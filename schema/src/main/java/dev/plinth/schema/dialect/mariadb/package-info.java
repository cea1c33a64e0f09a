/** MariaDB, where it differs from MySQL. */
@NullMarked
package dev.plinth.schema.dialect.mariadb;

import org.jspecify.annotations.NullMarked;
