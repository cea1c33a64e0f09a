/** The API described for programs, as far as the caller may use it. */
@org.jspecify.annotations.NullMarked
package dev.plinth.data.description;
