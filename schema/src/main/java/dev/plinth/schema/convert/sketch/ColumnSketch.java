package dev.plinth.schema.convert.sketch;

import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.TextType;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A column while it is read. */
public final class ColumnSketch {
    /** The line it stands in, counted from 1. */
    public final int line;

    public String name;
    public ColumnType type = new TextType(255);
    public boolean required;
    public @Nullable Default value;
    public @Nullable Identity identity;
    public @Nullable Generated generated;
    public String comment = "";

    /** The values it may hold; none for any. */
    public List<String> options = List.of();

    public ColumnSketch(String name, int line) {
        this.name = name;
        this.line = line;
    }
}
