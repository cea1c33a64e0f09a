/** People, their sign-in and their sessions. */
@NullMarked
package dev.plinth.app.account;

import org.jspecify.annotations.NullMarked;
