package dev.plinth.schema.proof;

import java.util.List;

/** Names and texts: some usual ones, and all that have broken tools. */
final class Words {
    static final List<String> PLAIN =
            List.of(
                    "customer",
                    "invoice",
                    "product",
                    "team",
                    "price",
                    "state",
                    "level",
                    "kind",
                    "code",
                    "Total",
                    "note",
                    "amount",
                    "parent",
                    "weight",
                    "title",
                    "city");

    /** Reserved words, quotes, blanks, signs, and lengths at the edges of what databases take. */
    static final List<String> HOSTILE =
            List.of(
                    "order",
                    "select",
                    "group",
                    "user",
                    "table",
                    "index",
                    "CamelCase",
                    "UPPER",
                    "a\"b",
                    "a'b",
                    "a`b",
                    "a]b",
                    "a.b",
                    "a;b",
                    "a--b",
                    "a$$b",
                    "a\\b",
                    "a b",
                    "a%b",
                    "a?b",
                    "a:b",
                    "{a}",
                    "$1",
                    "1st",
                    "é",
                    "Ünï code",
                    "日本",
                    "😀",
                    "rowid",
                    "value",
                    "default",
                    "n".repeat(30),
                    "m".repeat(31),
                    "x".repeat(62),
                    "x".repeat(63),
                    "y".repeat(64),
                    "z".repeat(65),
                    "ü".repeat(31),
                    "ü".repeat(32));

    static final List<String> COMMENTS =
            List.of(
                    "",
                    "About it",
                    "it's",
                    "a; DROP TABLE x; -- b",
                    "$$ $1 ? :x",
                    "back\\slash \\' \\n",
                    "\"quoted\" `too`",
                    "two\nlines",
                    "日本 😀 é",
                    "/* open",
                    "% _ {d '2020-01-01'}");

    /** Options of choices, and texts in rows. */
    static final List<String> TEXTS =
            List.of(
                    "new", "open", "it's", "a\\b", "a;b", "--", "$$", "😀", "ü", "A", "a", " led",
                    "100 %", "null", "'", "\"");

    private Words() {}
}
