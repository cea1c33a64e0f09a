package dev.plinth.schema.model;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Names that differ, also for databases that do not tell upper from lower case. */
final class RandomNames {
    private static final List<String> WORDS =
            List.of(
                    "customer",
                    "order",
                    "select",
                    "invoice",
                    "product",
                    "group",
                    "team",
                    "user",
                    "price",
                    "state",
                    "level",
                    "kind",
                    "code",
                    "Total",
                    "note",
                    "amount");

    private static final List<String> ODD =
            List.of(
                    "null",
                    "true",
                    "no",
                    "~",
                    "1e3",
                    "0x1F",
                    "2020-01-01",
                    "12:30",
                    "- a",
                    "a: b",
                    "#x",
                    "a #b",
                    "&a",
                    "*a",
                    "!a",
                    "%a",
                    "@a",
                    "`a`",
                    "'",
                    "\"",
                    "a\"b",
                    "[a]",
                    "{a}",
                    "a,b",
                    "?",
                    "é",
                    "日本",
                    "😀",
                    "a/b",
                    "a\\b",
                    "..",
                    "Ünï code",
                    "con",
                    "=",
                    "<<",
                    "x:",
                    "a.b",
                    ".",
                    "$1",
                    "(a)",
                    "a)b(",
                    "a'b");

    private static final List<String> TEXTS =
            List.of(
                    "One line.",
                    "two\nlines",
                    "ends\n",
                    "ends\n\n",
                    "\nbegins",
                    "  led",
                    "trailed  ",
                    "a\n  indented\nb",
                    "tab\there",
                    "cr\r\nlf",
                    "trail \nspace",
                    "\u0007 bell",
                    "\u2028",
                    "\uFEFF",
                    "\u0085",
                    "a\n\nb",
                    "a\n\tb",
                    "- item\n- item",
                    "# no comment",
                    "---\nx",
                    "...",
                    "x\n...\ny",
                    "\n",
                    " ",
                    "key: value\nother: value",
                    "100 % \\ \"");

    private final Random random;
    private final boolean wild;
    private final Set<String> taken = new HashSet<>();
    private final Set<String> takenInTable = new HashSet<>();

    RandomNames(Random random, boolean wild) {
        this.random = random;
        this.wild = wild;
    }

    String id() {
        return Ids.derived("random", String.valueOf(random.nextLong()));
    }

    /** A name that no other table, view, key or index of the model has. */
    String element() {
        return unused(taken);
    }

    void startTable() {
        takenInTable.clear();
    }

    void startTable(List<String> names) {
        startTable();
        names.forEach(n -> takenInTable.add(n.toLowerCase(Locale.ROOT)));
    }

    /** A name that no other column of the table has. */
    String inTable() {
        return unused(takenInTable);
    }

    Set<String> distinct(int count) {
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < count) {
            names.add(word());
        }
        return names;
    }

    private String unused(Set<String> used) {
        String name = word();
        while (!used.add(name.toLowerCase(Locale.ROOT))) {
            name = word() + "_" + random.nextInt(1000);
        }
        return name;
    }

    private String word() {
        List<String> words = wild && random.nextInt(3) == 0 ? ODD : WORDS;
        return words.get(random.nextInt(words.size()));
    }

    /** What a person might write into a label or comment. */
    String text() {
        if (!wild) {
            return "About " + word();
        }
        List<String> texts = random.nextBoolean() ? TEXTS : ODD;
        return texts.get(random.nextInt(texts.size()));
    }
}
