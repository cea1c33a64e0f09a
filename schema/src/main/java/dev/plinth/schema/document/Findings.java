package dev.plinth.schema.document;

import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects everything that is wrong while a text is read, and tells it in the order of the text.
 */
final class Findings {
    private record Finding(Place place, Problem problem) {}

    private static final Comparator<Finding> IN_ORDER =
            Comparator.comparing((Finding f) -> f.place().file())
                    .thenComparingInt(f -> f.place().line());

    private final List<Finding> found = new ArrayList<>();

    /**
     * @param path of the element, shown where the text is no file
     */
    void error(DocumentCode code, Place place, String path, String message, String hint) {
        boolean element = place.file().isEmpty() && !path.isEmpty();
        String shown = element ? path : place.toString();
        found.add(new Finding(place, Problem.error(code.code(), shown, message, hint)));
    }

    List<Problem> all() {
        return found.stream().sorted(IN_ORDER).map(Finding::problem).toList();
    }

    /**
     * @throws PlinthException with all that was found, if anything was
     */
    void raise() {
        if (!found.isEmpty()) {
            throw new PlinthException(all());
        }
    }
}
