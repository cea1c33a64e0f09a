/** What a model means elsewhere: as SQL of a database, and as expressions that can be tried. */
@NullMarked
package dev.plinth.app.design;

import org.jspecify.annotations.NullMarked;
