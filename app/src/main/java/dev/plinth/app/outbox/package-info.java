/** Calls that triggers make: sent from the outboxes of databases until they got through. */
@NullMarked
package dev.plinth.app.outbox;

import org.jspecify.annotations.NullMarked;
