package dev.plinth.schema.convert;

import dev.plinth.schema.convert.dbml.DbmlWriter;
import dev.plinth.schema.convert.sketch.ConversionCode;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.problem.PlinthException;

import java.util.List;

/** Writes models in the languages of other tools. */
public final class Exports {
    /** The kinds that can be written. */
    public static final List<String> KINDS = List.of("dbml", "mermaid");

    private Exports() {}

    /**
     * @param kind one of {@link #KINDS}
     * @throws PlinthException when there is no such kind
     */
    public static String write(Model model, String kind) {
        return switch (kind) {
            case "dbml" -> DbmlWriter.write(model);
            case "mermaid" -> MermaidWriter.write(model);
            default ->
                    throw PlinthException.of(
                            ConversionCode.UNKNOWN_SOURCE.code(),
                            "",
                            "Models are not written as \"" + kind + "\".",
                            "Known are " + String.join(", ", KINDS) + ".");
        };
    }
}
