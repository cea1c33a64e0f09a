/** Workbooks of spreadsheets: each sheet is a table, whose rows are read as those of a CSV file. */
@NullMarked
package dev.plinth.schema.convert.xlsx;

import org.jspecify.annotations.NullMarked;
