package dev.plinth.app.project;

/** Told to whoever keeps something for a project, just before the project is removed. */
public record ProjectRemoving(Project project) {}
