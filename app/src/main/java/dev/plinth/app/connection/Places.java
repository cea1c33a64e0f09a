package dev.plinth.app.connection;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * The requests under way to one database: one for each of its connections, and some that wait for
 * one. Taking a place is one write to an array: no lock, and no look at the others as long as
 * nobody waits.
 */
public final class Places {
    /** All places are taken. */
    public static final int FULL = -1;

    /** Others may need what is free: the caller has half of all places already. */
    public static final int SHARE_USED = -2;

    /** So many may wait for each connection. */
    private static final int WAITING = 4;

    private final int connections;
    private final AtomicReferenceArray<@Nullable Guest> places;

    Places(int connections) {
        this.connections = connections;
        this.places = new AtomicReferenceArray<>(connections * (1 + WAITING));
    }

    /** A request under way. */
    public interface Guest {
        /** Who it is of. */
        String caller();

        /** Called about once a second while it is under way, by another thread. */
        void look(long nanoTime);
    }

    /**
     * Takes a place.
     *
     * @return its number, to be given to {@link #leave}; or {@link #FULL} or {@link #SHARE_USED}
     */
    public int enter(Guest guest) {
        int from = (int) Thread.currentThread().threadId();
        int place = free(guest, 0, connections, from);
        if (place != FULL) {
            return place;
        }
        return count(guest.caller()) >= places.length() / 2
                ? SHARE_USED
                : free(guest, connections, places.length() - connections, from);
    }

    private int free(Guest guest, int first, int length, int from) {
        for (int i = 0; i < length; i++) {
            int place = first + Math.floorMod(from + i, length);
            if (places.get(place) == null && places.compareAndSet(place, null, guest)) {
                return place;
            }
        }
        return FULL;
    }

    /** Gives a place back. */
    public void leave(int place) {
        places.set(place, null);
    }

    private int count(String caller) {
        int count = 0;
        for (int i = 0; i < places.length(); i++) {
            Guest guest = places.get(i);
            if (guest != null && guest.caller().equals(caller)) {
                count++;
            }
        }
        return count;
    }

    void forEach(Consumer<Guest> look) {
        for (int i = 0; i < places.length(); i++) {
            Guest guest = places.get(i);
            if (guest != null) {
                look.accept(guest);
            }
        }
    }

    /** How many are taken. */
    public int taken() {
        int[] taken = new int[1];
        forEach(guest -> taken[0]++);
        return taken[0];
    }
}
