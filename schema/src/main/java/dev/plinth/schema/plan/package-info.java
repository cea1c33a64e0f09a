/** Orders changes into steps that can be run, each with SQL, reverse and risk. */
@NullMarked
package dev.plinth.schema.plan;

import org.jspecify.annotations.NullMarked;
