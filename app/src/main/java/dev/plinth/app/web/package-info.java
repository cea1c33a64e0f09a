/**
 * What every page and answer of the server shares: errors, limits, headers, the browser's files.
 */
@NullMarked
package dev.plinth.app.web;

import org.jspecify.annotations.NullMarked;
