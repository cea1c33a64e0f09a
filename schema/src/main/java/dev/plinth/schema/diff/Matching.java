package dev.plinth.schema.diff;

import dev.plinth.schema.dialect.TemporaryNames;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds, for elements of one kind, the id by which the model knows each live one. No id is given
 * twice; what is more certain is settled for all elements before anything less certain.
 */
final class Matching<T> {
    private final Function<T, String> id;
    private final Function<T, String> name;
    private final Map<String, String> found = new HashMap<>();
    private final Set<String> claimed = new HashSet<>();

    private Matching(Function<T, String> id, Function<T, String> name) {
        this.id = id;
        this.name = name;
    }

    /**
     * @param elsewhere whether an id is wanted in another place, to which its element goes
     * @param said the wanted id that somebody said a live element has
     * @param sameContent recognises an element whose name the database made up (live, wanted)
     * @return model id by live id
     */
    static <T> Map<String, String> ids(
            List<T> live,
            List<T> deployed,
            List<T> wanted,
            Function<T, String> id,
            Function<T, String> name,
            Predicate<String> elsewhere,
            Function<T, Optional<String>> said,
            BiPredicate<T, T> sameContent) {
        Matching<T> matching = new Matching<>(id, name);
        matching.settle(live, l -> TemporaryNames.id(name.apply(l)));
        matching.settle(live, said);
        Set<String> ids = wanted.stream().map(id).collect(Collectors.toSet());
        List<T> kept =
                deployed.stream()
                        .filter(d -> ids.contains(id.apply(d)) || elsewhere.test(id.apply(d)))
                        .toList();
        matching.settle(live, name, kept);
        matching.settle(live, id, wanted);
        matching.settle(live, name, wanted);
        matching.settle(live, l -> matching.unclaimed(wanted, c -> sameContent.test(l, c)));
        // Last, or a model that was written anew, with new ids, would drop and create everything.
        matching.settle(live, name, deployed);
        matching.settle(live, l -> Optional.of(id.apply(l)));
        return matching.found;
    }

    /** Guesses the candidate that has the same name or id. */
    private void settle(List<T> live, Function<T, String> key, List<T> candidates) {
        if (found.size() == live.size()) {
            return;
        }
        Map<String, List<T>> by = candidates.stream().collect(Collectors.groupingBy(key));
        settle(live, l -> unclaimed(by.getOrDefault(key.apply(l), List.of()), c -> true));
    }

    private void settle(List<T> live, Function<T, Optional<String>> guess) {
        for (T element : live) {
            String liveId = id.apply(element);
            if (found.containsKey(liveId)) {
                continue;
            }
            Optional<String> modelId = guess.apply(element);
            if (modelId.isPresent() && claimed.add(modelId.get())) {
                found.put(liveId, modelId.get());
            }
        }
    }

    private Optional<String> unclaimed(List<T> candidates, Predicate<T> same) {
        return candidates.stream()
                .filter(same)
                .map(id)
                .filter(i -> !claimed.contains(i))
                .findFirst();
    }
}
