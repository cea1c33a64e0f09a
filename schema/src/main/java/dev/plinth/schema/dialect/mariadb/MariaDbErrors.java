package dev.plinth.schema.dialect.mariadb;

import dev.plinth.schema.dialect.mysql.MySqlErrors;

/** MariaDB's own numbers are among those that MySQL's errors know. */
final class MariaDbErrors extends MySqlErrors {}
