/** Projects and their models: edits, revisions, layout. */
@NullMarked
package dev.plinth.app.project;

import org.jspecify.annotations.NullMarked;
