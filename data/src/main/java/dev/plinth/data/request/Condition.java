package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Which rows are meant, as the request says it. */
public sealed interface Condition {
    /** All hold; none given holds always. */
    record And(List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** One holds. */
    record Or(List<Condition> parts) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** Does not hold. */
    record Not(Condition part) implements Condition {}

    /** A column, or an embed by its label, passes a test. */
    record Filter(Field field, Test test) implements Condition {}

    /** What a column is asked. */
    sealed interface Test {}

    /**
     * Compares with one value.
     *
     * @param value in text form
     * @param parameter the number of the parameter whose text it is; {@link QueryShape#NONE} for a
     *     part of one
     */
    record Compare(Operator operator, String value, int parameter) implements Test {}

    /** Compares with several values. */
    record CompareMany(Operator operator, Quantifier quantifier, List<String> values)
            implements Test {
        public CompareMany {
            values = List.copyOf(values);
        }
    }

    /** Is one of the values. */
    record In(List<String> values) implements Test {
        public In {
            values = List.copyOf(values);
        }
    }

    /** Is NULL, or one of the truth values. */
    record Is(Kind kind) implements Test {}

    /** Differs, where NULL is a value like others. */
    record IsDistinct(String value) implements Test {}

    /**
     * Contains words.
     *
     * @param language of the words, null for the database's own choice
     */
    record Search(Words words, @Nullable String language, String text) implements Test {}

    /** What {@code is.} can ask. */
    enum Kind {
        NULL,
        NOT_NULL,
        TRUE,
        FALSE,
        UNKNOWN
    }

    /** Whether one or all of several values must compare. */
    enum Quantifier {
        ANY,
        ALL
    }

    /** How the text of a search is read. */
    enum Words {
        /** An expression of words with {@code &} and {@code |}. */
        EXPRESSION("fts"),
        /** All of the words. */
        PLAIN("plfts"),
        /** The words one after another. */
        PHRASE("phfts"),
        /** As people type into a search engine. */
        WEB("wfts");

        private final String word;

        Words(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static @Nullable Words of(String word) {
            for (Words words : values()) {
                if (words.word.equals(word)) {
                    return words;
                }
            }
            return null;
        }
    }
}
