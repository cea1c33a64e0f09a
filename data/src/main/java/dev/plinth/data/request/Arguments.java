package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a call gives to a function.
 *
 * @param named by parameter; more than one value where a name was repeated
 * @param whole the body as it is, for a function that takes nothing else: text, JSON, or bytes in
 *     hexadecimal digits; null when there is none
 * @param mediaType of the body; empty when there is none
 */
public record Arguments(Map<String, List<Cell>> named, @Nullable String whole, String mediaType) {
    public Arguments {
        named = Map.copyOf(named);
    }

    /** Those of the parameters of a query or of a form. */
    static Map<String, List<Cell>> texts(List<Parameter> parameters) {
        Map<String, List<Cell>> named = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            named.merge(
                    parameter.name(),
                    List.of(new Cell.Text(parameter.value())),
                    (before, next) -> {
                        var both = new java.util.ArrayList<>(before);
                        both.addAll(next);
                        return List.copyOf(both);
                    });
        }
        return named;
    }

    /** Those of a call by GET. */
    public static Arguments of(List<Parameter> parameters) {
        return new Arguments(texts(parameters), null, "");
    }
}
