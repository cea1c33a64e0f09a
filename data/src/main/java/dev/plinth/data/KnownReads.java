package dev.plinth.data;

import dev.plinth.data.access.Caller;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.request.QueryShape;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.request.Representation.Form;
import dev.plinth.data.sql.Bind;
import dev.plinth.data.sql.Read;
import dev.plinth.data.sql.SelectSql;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The reads that were planned. A request that asks alike for other rows is spared to be read,
 * planned and said in SQL anew, which is a third of what the server does for one row. What one may
 * see is part of it: the table as a set of roles sees it is what reads are known by.
 */
final class KnownReads {
    private static final int MOST = 1000;
    private static final int LONGEST = 1000;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    /** What the requests of one read have in common. */
    private record Key(VisibleTable table, Form form, String shape) {}

    /**
     * A read, ready to be run.
     *
     * @param node what is read; with the values of the request that it was planned for
     * @param isLarge whether there may be many rows
     */
    record Known(ReadNode node, SelectSql.Options options, Read read, boolean isLarge) {}

    /** The read of a request, with its values; null when it is not known, or is refused. */
    @Nullable Known find(VisibleTable table, Form form, QueryShape shape, Caller caller) {
        Known kept = known.get(new Key(table, form, shape.text()));
        if (kept == null) {
            return null;
        }
        try {
            Read read = kept.read.with(shape.values(), caller);
            return read == null ? null : new Known(kept.node, kept.options, read, kept.isLarge);
        } catch (Refusal e) {
            // It is planned as if it were the first, and refused with all that is wrong.
            return null;
        }
    }

    /** Keeps a read, if it gives with the values of its own request what was planned for that. */
    void keep(VisibleTable table, Form form, QueryShape shape, Caller caller, Known planned) {
        if (shape.text().length() > LONGEST) {
            return;
        }
        Read again = planned.read.with(shape.values(), caller);
        if (again == null || !isSame(planned.read.statement().binds(), again.statement().binds())) {
            return;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(new Key(table, form, shape.text()), planned);
    }

    /** But for what a rule gives, as that may be the time. */
    private static boolean isSame(List<Bind> planned, List<Bind> again) {
        for (int i = 0; i < planned.size(); i++) {
            if (planned.get(i).rule() == null
                    && !Objects.equals(planned.get(i).value(), again.get(i).value())) {
                return false;
            }
        }
        return true;
    }
}
