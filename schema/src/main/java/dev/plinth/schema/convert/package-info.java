/**
 * Other descriptions of tables → models: a shorthand, DBML, CSV, SQL; and models → DBML, Mermaid.
 */
@NullMarked
package dev.plinth.schema.convert;

import org.jspecify.annotations.NullMarked;
