/** The model of a project, and all that brings a database to it. */
@NullMarked
package dev.plinth.schema;

import org.jspecify.annotations.NullMarked;
