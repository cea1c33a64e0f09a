package dev.plinth.schema.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How many cases were tried; {@code -Dplinth.proof.report} names a folder for the sums. */
final class Tally {
    private static final Map<String, Tally> BY_DATABASE = new TreeMap<>();

    private final Map<String, Integer> cases = new TreeMap<>();
    private int refused;
    private int failed;

    /** Of all properties together, for each database. */
    static int cases() {
        return Integer.getInteger("plinth.cases", 4);
    }

    static long firstSeed() {
        return Long.getLong("plinth.first.seed", 0);
    }

    static synchronized void add(String database, String property, int refused, boolean failed) {
        Tally tally = BY_DATABASE.computeIfAbsent(database, d -> new Tally());
        tally.cases.merge(property, 1, Integer::sum);
        tally.refused += refused;
        tally.failed += failed ? 1 : 0;
    }

    static synchronized void write() {
        BY_DATABASE.forEach(
                (database, tally) -> {
                    System.out.println(database + ": " + tally);
                    String folder = System.getProperty("plinth.proof.report", "");
                    if (!folder.isEmpty()) {
                        try {
                            // Other classes may be tried by another process at the same time.
                            String name = database + "." + ProcessHandle.current().pid();
                            Path file = Files.createDirectories(Path.of(folder)).resolve(name);
                            Files.writeString(file, tally + "\n");
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                });
    }

    @Override
    public String toString() {
        int sum = cases.values().stream().mapToInt(i -> i).sum();
        return sum + " cases " + cases + ", " + refused + " edits refused, " + failed + " failed";
    }
}
