package dev.plinth.schema.model;

import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table or view.
 *
 * @param id stays the same when the column is renamed
 * @param label what people read; empty to derive it from the name
 * @param required no NULL
 * @param backfill what rows that exist already get when the column is added or becomes required
 */
public record Column(
        String id,
        String name,
        String label,
        ColumnType type,
        boolean required,
        @Nullable Default defaultValue,
        @Nullable Identity identity,
        @Nullable Generated generated,
        @Nullable Expression backfill,
        String comment) {

    /** A plain optional column. */
    public static Column of(String id, String name, ColumnType type) {
        return new Column(id, name, "", type, false, null, null, null, null, "");
    }

    public Column withId(String newId) {
        return new Column(
                newId,
                name,
                label,
                type,
                required,
                defaultValue,
                identity,
                generated,
                backfill,
                comment);
    }

    public Column withName(String newName) {
        return new Column(
                id,
                newName,
                label,
                type,
                required,
                defaultValue,
                identity,
                generated,
                backfill,
                comment);
    }

    public Column withType(ColumnType newType) {
        return new Column(
                id,
                name,
                label,
                newType,
                required,
                defaultValue,
                identity,
                generated,
                backfill,
                comment);
    }

    public Column withRequired(boolean nowRequired) {
        return new Column(
                id,
                name,
                label,
                type,
                nowRequired,
                defaultValue,
                identity,
                generated,
                backfill,
                comment);
    }

    public Column withDefault(@Nullable Default newDefault) {
        return new Column(
                id,
                name,
                label,
                type,
                required,
                newDefault,
                identity,
                generated,
                backfill,
                comment);
    }

    public Column withIdentity(@Nullable Identity newIdentity) {
        return new Column(
                id,
                name,
                label,
                type,
                required,
                defaultValue,
                newIdentity,
                generated,
                backfill,
                comment);
    }

    public Column withGenerated(@Nullable Generated newGenerated) {
        return new Column(
                id,
                name,
                label,
                type,
                required,
                defaultValue,
                identity,
                newGenerated,
                backfill,
                comment);
    }

    public Column withBackfill(@Nullable Expression newBackfill) {
        return new Column(
                id,
                name,
                label,
                type,
                required,
                defaultValue,
                identity,
                generated,
                newBackfill,
                comment);
    }

    public Column withComment(String newComment) {
        return new Column(
                id,
                name,
                label,
                type,
                required,
                defaultValue,
                identity,
                generated,
                backfill,
                newComment);
    }
}
