package dev.plinth.schema.dialect;

/** How the text of a search for words is read. */
public enum SearchWords {
    /** An expression of words with {@code &} and {@code |}. */
    EXPRESSION,
    /** All of the words. */
    PLAIN,
    /** The words one after another. */
    PHRASE,
    /** As people type into a search engine. */
    WEB
}
