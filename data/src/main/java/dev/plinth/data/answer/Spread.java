package dev.plinth.data.answer;

import dev.plinth.data.run.Row;
import dev.plinth.data.sql.RowShape;
import dev.plinth.data.sql.RowShape.Many;
import dev.plinth.data.sql.RowShape.Member;
import dev.plinth.data.sql.RowShape.One;
import dev.plinth.data.sql.RowShape.Scalar;
import dev.plinth.data.sql.RowShape.Single;
import dev.plinth.data.sql.RowShape.SpreadMany;
import dev.plinth.data.sql.RowShape.SpreadOne;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Turns related rows into columns: one list of values for each of their members. */
final class Spread {
    private Spread() {}

    /**
     * One member of all related rows.
     *
     * @param presences the joined rows that must be there for it to be
     * @param inner the column of a spread within, if the member is one
     */
    record Column(String name, Member member, List<Integer> presences, int inner) {
        /** The row with the member's value; null when it is of a joined row that is not there. */
        @Nullable Row from(Row row) {
            for (int presence : presences) {
                if (row.values()[presence] == null) {
                    return null;
                }
            }
            return row;
        }
    }

    static List<Column> columns(Row.Related related) {
        List<Column> columns = new ArrayList<>();
        add(related.shape(), List.of(), columns);
        return columns;
    }

    private static void add(RowShape shape, List<Integer> presences, List<Column> columns) {
        for (Member member : shape.members()) {
            switch (member) {
                case Scalar scalar -> columns.add(new Column(scalar.name(), member, presences, 0));
                case One one -> columns.add(new Column(one.name(), member, presences, 0));
                case Many many -> columns.add(new Column(many.name(), member, presences, 0));
                case Single single -> columns.add(new Column(single.name(), member, presences, 0));
                case SpreadOne spread -> {
                    List<Integer> deeper = new ArrayList<>(presences);
                    deeper.add(spread.presence());
                    add(spread.shape(), deeper, columns);
                }
                case SpreadMany spread -> {
                    for (int i = 0; i < spread.names().size(); i++) {
                        columns.add(new Column(spread.names().get(i), member, presences, i));
                    }
                }
            }
        }
    }

    /** A row in which everything is missing. */
    static Row nothing(Row like) {
        List<Row.Related> none =
                like.children().stream().map(r -> new Row.Related(r.shape(), List.of())).toList();
        return new Row(new @Nullable Object[like.values().length], none);
    }
}
