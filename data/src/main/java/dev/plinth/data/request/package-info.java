/** What came over HTTP, read into values; knows no table yet. */
@NullMarked
package dev.plinth.data.request;

import org.jspecify.annotations.NullMarked;
