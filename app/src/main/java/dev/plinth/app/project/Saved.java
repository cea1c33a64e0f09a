package dev.plinth.app.project;

import dev.plinth.schema.model.Model;

/** A model as it was saved. */
public record Saved(long revision, Model model) {}
