package dev.plinth.schema.document;

import dev.plinth.schema.model.Model;
import dev.plinth.schema.problem.Problem;

import java.util.Map;
import java.util.Optional;

/**
 * A model that was read from text.
 *
 * @param project name of the project; empty when the text has none
 * @param places where elements stand in the text, by their path in the model
 */
public record ModelDocument(String project, Model model, Map<String, Place> places) {
    public ModelDocument {
        places = Map.copyOf(places);
    }

    /** The line of an element, else of the nearest one that holds it. */
    public Optional<Place> place(String elementPath) {
        for (String path = elementPath; ; path = path.substring(0, path.lastIndexOf('/'))) {
            Place place = places.get(path);
            if (place != null) {
                return Optional.of(place);
            }
            if (path.indexOf('/') < 0) {
                return Optional.empty();
            }
        }
    }

    /** The problem with file and line in front of its path, for readers of the text. */
    public Problem located(Problem problem) {
        return place(problem.path())
                .map(place -> place + " " + problem.path())
                .map(
                        path ->
                                new Problem(
                                        problem.severity(),
                                        problem.code(),
                                        path,
                                        problem.message(),
                                        problem.hint()))
                .orElse(problem);
    }
}
