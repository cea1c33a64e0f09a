package dev.plinth.data.plan;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The rows that come after a place in an order.
 *
 * @param order ends with keys that tell any two rows apart
 * @param last the values of the order's keys at the place, each null for NULL
 */
public record After(List<SortKey> order, List<@Nullable Operand> last) {
    public After {
        order = List.copyOf(order);
        last = Collections.unmodifiableList(new ArrayList<>(last));
    }
}
