package dev.plinth.data;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets several callers do something at the same moment. */
final class AtOnce {
    private AtOnce() {}

    /** What one of several callers does. */
    @FunctionalInterface
    interface Work<T> {
        T run(int caller) throws Exception;
    }

    /** What each caller got, in their order. */
    static <T> List<T> run(int callers, Work<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(callers);
        try (var threads = Executors.newFixedThreadPool(callers)) {
            List<Callable<T>> all = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int caller = i;
                all.add(
                        () -> {
                            start.await();
                            return work.run(caller);
                        });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(all)) {
                results.add(done.get());
            }
            return results;
        }
    }
}
