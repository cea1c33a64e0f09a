/** Environments, plans for them, and deployments as jobs. */
@NullMarked
package dev.plinth.app.deploy;

import org.jspecify.annotations.NullMarked;
