package dev.plinth.schema.document;

import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a document being written refers to an element that is given by id. */
interface Spelling {
    String table(String id);

    String column(String table, String id);

    String choice(String id);

    /** Whether every property is written, also one that holds nothing but its default. */
    boolean full();

    /** As JSON does. */
    Spelling BY_ID =
            new Spelling() {
                @Override
                public String table(String id) {
                    return id;
                }

                @Override
                public String column(String table, String id) {
                    return id;
                }

                @Override
                public String choice(String id) {
                    return id;
                }

                @Override
                public boolean full() {
                    return true;
                }
            };

    /** As files do: by name, or {@code #id} where no name leads to the element. */
    final class ByName implements Spelling {
        private final Map<String, String> tables = new HashMap<>();
        private final Map<String, Map<String, String>> columns = new HashMap<>();
        private final Map<String, String> choices;

        ByName(Model model) {
            tables.putAll(
                    names(
                            model.tables().stream().map(Table::id).toList(),
                            model.tables().stream().map(t -> t.name().toString()).toList()));
            for (Table table : model.tables()) {
                columns.putIfAbsent(
                        table.id(),
                        names(
                                table.columns().stream().map(Column::id).toList(),
                                table.columns().stream().map(Column::name).toList()));
            }
            choices =
                    names(
                            model.choices().stream().map(Choice::id).toList(),
                            model.choices().stream().map(Choice::name).toList());
        }

        /** Ids with their names, where the name is good for a reference. */
        private static Map<String, String> names(List<String> ids, List<String> names) {
            Map<String, String> byId = new HashMap<>();
            Map<String, Integer> count = new HashMap<>();
            names.forEach(name -> count.merge(name, 1, Integer::sum));
            for (int i = 0; i < ids.size(); i++) {
                String name = names.get(i);
                if (count.getOrDefault(name, 0) == 1 && !name.isEmpty() && !name.startsWith("#")) {
                    byId.putIfAbsent(ids.get(i), name);
                }
            }
            return byId;
        }

        @Override
        public String table(String id) {
            return tables.getOrDefault(id, "#" + id);
        }

        @Override
        public String column(String table, String id) {
            return columns.getOrDefault(table, Map.of()).getOrDefault(id, "#" + id);
        }

        @Override
        public String choice(String id) {
            return choices.getOrDefault(id, "#" + id);
        }

        @Override
        public boolean full() {
            return false;
        }
    }
}
