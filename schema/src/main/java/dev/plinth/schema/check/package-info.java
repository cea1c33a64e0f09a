/** What is wrong with a model: by itself, and for carrying it to a database product. */
@NullMarked
package dev.plinth.schema.check;

import org.jspecify.annotations.NullMarked;
