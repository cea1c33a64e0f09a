/**
 * Benchmarks. A figure is a ratio to a floor measured in the same run, so that it means the same on
 * every machine.
 */
@NullMarked
package dev.plinth.bench;

import org.jspecify.annotations.NullMarked;
