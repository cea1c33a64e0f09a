/** What a database is meant to be: tables, columns, relations, with ids that survive a rename. */
@NullMarked
package dev.plinth.schema.model;

import org.jspecify.annotations.NullMarked;
