package dev.plinth.schema.check;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;

import java.util.HashMap;
import java.util.Map;

/** Ids that are missing or taken. They are what changes are told by, so none may be there twice. */
final class IdCheck {
    /** The longest id that is kept. */
    private static final int MAX_LENGTH = 60;

    private final Report report;
    private final Map<String, String> taken = new HashMap<>();

    IdCheck(Report report) {
        this.report = report;
    }

    void check(Model model) {
        for (Table table : model.tables()) {
            String path = ElementPath.table(table.name());
            add(table.id(), path);
            for (Column column : table.columns()) {
                add(column.id(), ElementPath.column(path, column));
            }
            table.uniques().forEach(u -> add(u.id(), ElementPath.unique(path, u)));
            table.indexes().forEach(i -> add(i.id(), ElementPath.index(path, i)));
            table.checks().forEach(c -> add(c.id(), ElementPath.check(path, c)));
            table.relations().forEach(r -> add(r.id(), ElementPath.relation(path, r)));
            table.triggers().forEach(t -> add(t.id(), ElementPath.trigger(path, t)));
        }
        model.views()
                .forEach(
                        view -> {
                            String path = ElementPath.view(view.name());
                            add(view.id(), path);
                            view.columns().forEach(c -> add(c.id(), ElementPath.column(path, c)));
                        });
        model.choices().forEach(c -> add(c.id(), ElementPath.choice(c)));
    }

    private void add(String id, String path) {
        if (id.isEmpty() || id.length() > MAX_LENGTH) {
            report.error(CheckCode.ID_MISSING, path, "The id \"" + id + "\" is empty or too long.");
            return;
        }
        String other = taken.putIfAbsent(id, path);
        if (other != null) {
            report.error(
                    CheckCode.ID_TWICE,
                    path,
                    "The id \"" + id + "\" is that of " + other + " already.");
        }
    }
}
