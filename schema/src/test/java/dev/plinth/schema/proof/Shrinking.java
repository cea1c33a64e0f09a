package dev.plinth.schema.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Leaves out what is not needed for a failure, in ever smaller parts. */
final class Shrinking {
    private final Predicate<List<Edit>> stillFails;
    private final long end;

    Shrinking(Predicate<List<Edit>> stillFails, Duration patience) {
        this.stillFails = stillFails;
        this.end = System.nanoTime() + patience.toNanos();
    }

    List<Edit> of(List<Edit> edits) {
        List<Edit> needed = edits;
        for (int part = Math.max(1, needed.size() / 2); part > 0; part /= 2) {
            boolean smaller = true;
            while (smaller) {
                smaller = false;
                for (int at = 0; at < needed.size() && isTimeLeft(); at += part) {
                    List<Edit> fewer = new ArrayList<>(needed.subList(0, at));
                    fewer.addAll(needed.subList(Math.min(at + part, needed.size()), needed.size()));
                    if (stillFails.test(fewer)) {
                        needed = fewer;
                        smaller = true;
                        at -= part;
                    }
                }
                smaller &= part == 1 && isTimeLeft();
            }
        }
        return needed;
    }

    private boolean isTimeLeft() {
        return System.nanoTime() < end;
    }
}
