package dev.plinth.schema.document;

import java.util.List;
import java.util.Optional;

/** What YAML and JSON have in common: mappings, sequences and scalars, each with its place. */
sealed interface Tree {
    Place place();

    /** Keys in the order of the text; no key twice. */
    record Mapping(Place place, List<Entry> entries, Style style) implements Tree {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** A loop, as reading a model consists of little else. */
        Optional<Tree> get(String key) {
            for (Entry entry : entries) {
                if (entry.key().equals(key)) {
                    return Optional.of(entry.value());
                }
            }
            return Optional.empty();
        }
    }

    record Entry(Place place, String key, Tree value) {}

    record Sequence(Place place, List<Tree> items, Style style) implements Tree {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** The text is kept as it was written, so that no digit of a number is lost. */
    record Scalar(Place place, String text, Kind kind) implements Tree {
        boolean isNull() {
            return kind == Kind.NULL;
        }
    }

    /** How a scalar is to be understood. */
    enum Kind {
        TEXT,
        /** A number, true or false. */
        LITERAL,
        NULL
    }

    /** How the YAML writer lays it out. */
    enum Style {
        BLOCK,
        /** On one line where that is short enough. */
        FLOW
    }
}
