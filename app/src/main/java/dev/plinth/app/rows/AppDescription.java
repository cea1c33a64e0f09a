package dev.plinth.app.rows;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** What an app consists of for one caller: only what the caller may see. */
record AppDescription(String title, List<AppTable> tables) {
    /**
     * @param key names of the columns that tell rows apart
     * @param title the column that stands for a row; null when none does
     * @param live whether its changes can be followed
     */
    record AppTable(
            String name,
            String label,
            String comment,
            List<String> key,
            @Nullable String title,
            boolean view,
            boolean live,
            May may,
            List<AppColumn> columns,
            List<ToOne> toOne,
            List<ToMany> toMany,
            List<AppValidation> validations) {}

    record May(boolean create, boolean read, boolean update, boolean delete) {}

    /**
     * @param filledIn what the column gets when nothing is given; null for nothing
     */
    record AppColumn(
            String name,
            String label,
            String comment,
            String type,
            boolean required,
            boolean readOnly,
            boolean identity,
            boolean generated,
            @JsonProperty("default") @Nullable Map<String, String> filledIn,
            @Nullable AppChoice choice) {}

    record AppChoice(List<AppOption> options) {}

    record AppOption(String value, String label, String color) {}

    record ToOne(
            String name,
            String label,
            List<String> columns,
            String target,
            List<String> targetColumns) {}

    record ToMany(
            String name,
            String label,
            String source,
            List<String> columns,
            List<String> targetColumns) {}

    /**
     * @param expression the syntax tree for the browser, as JSON
     */
    record AppValidation(
            String name, String message, @JsonRawValue String expression, List<String> columns) {}
}
