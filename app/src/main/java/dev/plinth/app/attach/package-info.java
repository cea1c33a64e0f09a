/** Databases made by others, served as projects without anything in them being changed. */
@NullMarked
package dev.plinth.app.attach;

import org.jspecify.annotations.NullMarked;
