package dev.plinth.data.plan;

import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with the rows of a body, each with its row and columns. */
public final class CellProblems {
    /** More are not told: who sends a thousand wrong rows made one mistake. */
    private static final int MOST = 50;

    private final int rows;
    private final List<Map<String, String>> details = new ArrayList<>();
    private @Nullable Refusal first;

    public CellProblems(int rows) {
        this.rows = rows;
    }

    /**
     * Notes a problem.
     *
     * @param row from 0
     * @param columns it is about, with commas between
     */
    public void add(int row, String columns, Refusal problem) {
        if (first == null) {
            first = problem;
        }
        if (details.size() < MOST) {
            Map<String, String> detail = new LinkedHashMap<>();
            if (rows > 1) {
                detail.put("row", Integer.toString(row + 1));
            }
            detail.put("column", columns);
            detail.put("code", problem.code());
            detail.put("message", problem.message());
            details.add(detail);
        }
    }

    /**
     * Refuses the rows if there was a problem: one by its own words, several as a list.
     *
     * @throws Refusal with all of them
     */
    public void refuse() {
        if (first == null) {
            return;
        }
        if (details.size() == 1) {
            throw first.listing(details);
        }
        throw Refusal.listing(
                Reason.INVALID_ROWS, "Several values cannot be stored", details, null);
    }
}
