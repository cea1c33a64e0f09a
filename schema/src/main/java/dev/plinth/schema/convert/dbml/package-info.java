/** DBML, the language of database diagrams, read and written. */
@NullMarked
package dev.plinth.schema.convert.dbml;

import org.jspecify.annotations.NullMarked;
