package dev.plinth.bench;

/** One question about speed. */
public interface Benchmark {

    /** What is measured, and against which floor. */
    String name();

    /** The ratio to reach. */
    Goal goal();

    /** Measures the product and its floor by turns, and gives the ratio of the two. */
    double measure() throws Exception;
}
