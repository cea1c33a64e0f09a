package dev.plinth.schema.document;

import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Need;
import dev.plinth.schema.model.Origin;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.View;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a model together from trees: one tree with everything, or one for each element. References
 * are resolved when all are there, so order does not matter.
 */
final class ModelReader {
    /** The newest layout of model files this code can read. */
    static final int FORMAT = 1;

    private final Findings findings;
    private final List<Part> tables = new ArrayList<>();
    private final List<Part> views = new ArrayList<>();
    private final List<Part> choices = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();
    private String project = "";
    private String database = "";

    ModelReader(Findings findings) {
        this.findings = findings;
    }

    private record Part(Tree.Mapping tree, String fallbackName) {}

    /** A tree with lists of tables, views and choices, or none of them. */
    void addRoot(Tree.Mapping root) {
        Fields fields = new Fields(root, "", "The model", findings);
        fields.scalar("format").ifPresent(this::checkFormat);
        fields.scalar("project").ifPresent(p -> project = p.text());
        database = fields.text("database");
        fields.mappings("needs").forEach(n -> needs.add(need(n)));
        fields.mappings("tables").forEach(t -> tables.add(new Part(t, "")));
        fields.mappings("views").forEach(v -> views.add(new Part(v, "")));
        fields.mappings("choices").forEach(c -> choices.add(new Part(c, "")));
        fields.done();
    }

    private Need need(Tree.Mapping tree) {
        Fields fields = new Fields(tree, "needs", "Need", findings);
        Need need = new Need(fields.required("name"), fields.required("sql"));
        fields.done();
        return need;
    }

    private void checkFormat(Tree.Scalar format) {
        if (!format.text().equals(String.valueOf(FORMAT))) {
            findings.error(
                    DocumentCode.NEWER_FORMAT,
                    format.place(),
                    "",
                    "The model is written in format "
                            + format.text()
                            + "; this Plinth reads format "
                            + FORMAT
                            + ".",
                    DocumentCode.NEWER_FORMAT.remedy());
        }
    }

    void addTable(Tree.Mapping tree, String fallbackName) {
        tables.add(new Part(tree, fallbackName));
    }

    void addView(Tree.Mapping tree, String fallbackName) {
        views.add(new Part(tree, fallbackName));
    }

    void addChoice(Tree.Mapping tree, String fallbackName) {
        choices.add(new Part(tree, fallbackName));
    }

    /** The model with references by name. Check the findings before using it. */
    ModelDocument byName() {
        NamesOfModel names = new NamesOfModel();
        tables.forEach(t -> names.addTable(t.tree, t.fallbackName));
        choices.forEach(c -> names.addChoice(c.tree, c.fallbackName));
        return read(names);
    }

    /** The model with references by id. Check the findings before using it. */
    ModelDocument byId() {
        return read(References.BY_ID);
    }

    private ModelDocument read(References references) {
        Map<String, Place> places = new HashMap<>();
        TableReader reader = new TableReader(references, places, findings);
        List<Table> readTables =
                tables.stream().map(t -> reader.table(t.tree, t.fallbackName)).toList();
        List<View> readViews =
                views.stream().map(v -> reader.view(v.tree, v.fallbackName)).toList();
        List<Choice> readChoices =
                choices.stream().map(c -> reader.choice(c.tree, c.fallbackName)).toList();
        return new ModelDocument(
                project,
                new Model(readTables, readViews, readChoices, new Origin(database, needs)),
                places);
    }

    /** The mapping that a whole text must be; anything else is reported. */
    static Optional<Tree.Mapping> root(Optional<Tree> tree, Findings findings) {
        if (tree.isPresent() && !(tree.get() instanceof Tree.Mapping)) {
            findings.error(
                    DocumentCode.WRONG_SHAPE,
                    tree.get().place(),
                    "",
                    "The text must have properties, such as \"name: customer\".",
                    "");
        }
        return tree.filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast);
    }
}
