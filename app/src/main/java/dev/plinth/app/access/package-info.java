/** Who may do what in a project: members, roles, keys. */
@NullMarked
package dev.plinth.app.access;

import org.jspecify.annotations.NullMarked;
