/** Rows as JSON or CSV; refusals as the answer's body. */
@NullMarked
package dev.plinth.data.answer;

import org.jspecify.annotations.NullMarked;
