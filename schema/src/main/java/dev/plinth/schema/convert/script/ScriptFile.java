package dev.plinth.schema.convert.script;

/** A file that a tool will run or read. */
public record ScriptFile(String name, String text) {}
