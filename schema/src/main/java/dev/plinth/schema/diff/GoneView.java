package dev.plinth.schema.diff;

import dev.plinth.schema.change.Belonging;

import java.util.List;

/**
 * A view that an earlier plan dropped and did not make again as a whole.
 *
 * @param id of the view in the model
 * @param belongings what it had
 */
public record GoneView(String id, List<Belonging> belongings) {
    public GoneView {
        belongings = List.copyOf(belongings);
    }
}
