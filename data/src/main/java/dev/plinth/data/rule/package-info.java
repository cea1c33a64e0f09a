/** Validations before a write and triggers after it. */
@NullMarked
package dev.plinth.data.rule;

import org.jspecify.annotations.NullMarked;
