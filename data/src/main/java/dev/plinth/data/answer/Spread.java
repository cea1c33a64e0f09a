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

import java.util.ArrayList;
import java.util.List;

/** Turns related rows into columns: one list of values for each of their members. */
final class Spread {
    private Spread() {}

    /**
     * One member of all related rows.
     *
     * @param inner the column of a spread within, if the member is one
     */
    record Column(String name, Member member, int inner) {}

    static List<Column> columns(Row.Related related) {
        List<Column> columns = new ArrayList<>();
        add(related.shape(), columns);
        return columns;
    }

    private static void add(RowShape shape, List<Column> columns) {
        for (Member member : shape.members()) {
            switch (member) {
                case Scalar scalar -> columns.add(new Column(scalar.name(), member, 0));
                case One one -> columns.add(new Column(one.name(), member, 0));
                case Many many -> columns.add(new Column(many.name(), member, 0));
                case Single single -> columns.add(new Column(single.name(), member, 0));
                case SpreadOne spread -> add(spread.shape(), columns);
                case SpreadMany spread -> {
                    for (int i = 0; i < spread.names().size(); i++) {
                        columns.add(new Column(spread.names().get(i), member, i));
                    }
                }
            }
        }
    }
}
