/** The steps of a plan as files for tools that bring databases from one version to the next. */
@NullMarked
package dev.plinth.schema.convert.script;

import org.jspecify.annotations.NullMarked;
