package dev.plinth.data.plan;

import dev.plinth.data.request.Refusal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rows of an import that are refused: all are counted, the first are told. Rows are read while
 * others are written.
 */
public final class ImportProblems {
    /** More are not told: who sends a thousand wrong rows made one mistake. */
    private static final int MOST = 100;

    private final List<Told> told = new ArrayList<>();
    private long rows;

    /**
     * What is wrong with a row.
     *
     * @param columns it is about, with commas between; empty for the row as a whole
     */
    public record Told(long row, long line, String columns, Refusal refusal) {}

    /** What is wrong with one column of a row, or several. */
    public record Problem(String columns, Refusal refusal) {}

    /** Notes a row that is refused, with all that is wrong with it. */
    public synchronized void add(long row, long line, List<Problem> problems) {
        rows++;
        for (Problem problem : problems) {
            if (told.size() < MOST) {
                told.add(new Told(row, line, problem.columns(), problem.refusal()));
            }
        }
    }

    /** How many rows are refused. */
    public synchronized long rows() {
        return rows;
    }

    /** The first problems, by their rows. */
    public synchronized List<Told> told() {
        return told.stream().sorted(Comparator.comparingLong(Told::row)).toList();
    }
}
