package dev.plinth.app.project;

import dev.plinth.schema.document.ModelJson;
import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Origin;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.View;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a model is made of, as a whole document each. */
sealed interface Element {
    String id();

    /** The word for its kind in the store. */
    String kind();

    /** As JSON. */
    String document();

    /** Puts it among the rows to be written. */
    void addTo(ElementWriter writer, int position);

    record OfTable(Table table) implements Element {
        @Override
        public String id() {
            return table.id();
        }

        @Override
        public String kind() {
            return "table";
        }

        @Override
        public String document() {
            return ModelJson.writeTable(table);
        }

        @Override
        public void addTo(ElementWriter writer, int position) {
            writer.add(table, position);
        }
    }

    record OfView(View view) implements Element {
        @Override
        public String id() {
            return view.id();
        }

        @Override
        public String kind() {
            return "view";
        }

        @Override
        public String document() {
            return ModelJson.writeView(view);
        }

        @Override
        public void addTo(ElementWriter writer, int position) {
            writer.add(view, position);
        }
    }

    record OfChoice(Choice choice) implements Element {
        @Override
        public String id() {
            return choice.id();
        }

        @Override
        public String kind() {
            return "choice";
        }

        @Override
        public String document() {
            return ModelJson.writeChoice(choice);
        }

        @Override
        public void addTo(ElementWriter writer, int position) {
            writer.add(choice, position);
        }
    }

    /** Of which database a model's own SQL is; there is at most one. */
    record OfOrigin(Origin origin) implements Element {
        @Override
        public String id() {
            return "origin";
        }

        @Override
        public String kind() {
            return "origin";
        }

        @Override
        public String document() {
            return ModelJson.write(Model.empty().withOrigin(origin));
        }

        static Origin read(String document) {
            return ModelJson.read(document).origin();
        }

        @Override
        public void addTo(ElementWriter writer, int position) {
            writer.add(this, position);
        }
    }

    /** The elements of a model by id, in its order. */
    static Map<String, Element> of(Model model) {
        Map<String, Element> elements = new LinkedHashMap<>();
        model.tables().forEach(table -> elements.put(table.id(), new OfTable(table)));
        model.views().forEach(view -> elements.put(view.id(), new OfView(view)));
        model.choices().forEach(choice -> elements.put(choice.id(), new OfChoice(choice)));
        if (!model.origin().equals(Origin.NONE)) {
            OfOrigin origin = new OfOrigin(model.origin());
            elements.put(origin.id(), origin);
        }
        return elements;
    }
}
