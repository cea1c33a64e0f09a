/**
 * A model as text: YAML files with references by name, JSON with references by id. Both are read by
 * the same code, which reports everything that is wrong, with its place.
 */
@NullMarked
package dev.plinth.schema.document;

import org.jspecify.annotations.NullMarked;
