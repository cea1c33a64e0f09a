/** What the engine promises, tried on models, edits and rows made by chance, on every database. */
@NullMarked
package dev.plinth.schema.proof;

import org.jspecify.annotations.NullMarked;
