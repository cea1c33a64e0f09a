package dev.plinth.bench;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Measures two things by turns, so that whatever else the machine does meets both alike. */
public final class Turns {

    private Turns() {}

    /** Median of the first over median of the second, after a round that doesn't count. */
    public static double ratio(int rounds, Callable<Long> product, Callable<Long> floor)
            throws Exception {
        product.call();
        floor.call();
        var products = new long[rounds];
        var floors = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            products[round] = product.call();
            floors[round] = floor.call();
        }
        return median(products) / median(floors);
    }

    private static double median(long[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1
                ? values[middle]
                : (values[middle - 1] + values[middle]) / 2.0;
    }
}
