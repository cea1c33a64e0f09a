package dev.plinth.schema.document;

import dev.plinth.schema.document.Tree.Style;
import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.View;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A model as a folder of YAML: {@code plinth.yaml} and one file per table, view and choice.
 * Elements come in the order of their names, so that no file holds an order that two people could
 * both change.
 */
public final class ModelFolder {
    static final String ROOT = "plinth.yaml";
    static final List<String> FOLDERS = List.of("tables", "views", "choices");

    private ModelFolder() {}

    /** The texts by path within the folder; always the same bytes for the same model. */
    public static Map<String, String> write(String project, Model model) {
        ModelWriter writer = new ModelWriter(new Spelling.ByName(model));
        Map<String, String> files = new TreeMap<>();
        files.put(ROOT, YamlWriter.write(ModelText.head(project, model).build(Style.BLOCK)));
        add(files, "tables", model.tables(), t -> t.name().toString(), Table::id, writer::table);
        add(files, "views", model.views(), v -> v.name().toString(), View::id, writer::view);
        add(files, "choices", model.choices(), Choice::name, Choice::id, writer::choice);
        return files;
    }

    private static <E> void add(
            Map<String, String> files,
            String folder,
            List<E> elements,
            Function<E, String> name,
            Function<E, String> id,
            Function<E, Tree.Mapping> tree) {
        List<String> fileNames =
                FileNames.of(
                        elements.stream().map(name).toList(), elements.stream().map(id).toList());
        for (int i = 0; i < elements.size(); i++) {
            files.put(
                    folder + "/" + fileNames.get(i), YamlWriter.write(tree.apply(elements.get(i))));
        }
    }

    /**
     * Reads what {@link #write} gave or somebody wrote. Paths outside the folders of this class are
     * passed over.
     *
     * @param texts by path within the folder
     * @throws dev.plinth.schema.problem.PlinthException with every problem of all files
     */
    public static ModelDocument read(Map<String, String> texts) {
        Findings findings = new Findings();
        ModelReader reader = new ModelReader(findings);
        new TreeMap<>(texts)
                .forEach(
                        (path, text) ->
                                ModelReader.root(YamlReader.read(path, text, findings), findings)
                                        .ifPresent(tree -> add(path, tree, reader)));
        ModelDocument document = reader.byName();
        findings.raise();
        return new ModelDocument(document.project(), sorted(document.model()), document.places());
    }

    private static void add(String path, Tree.Mapping tree, ModelReader reader) {
        int slash = path.indexOf('/');
        String name = path.substring(slash + 1).replaceFirst("\\.ya?ml$", "");
        switch (slash < 0 ? "" : path.substring(0, slash)) {
            case "tables" -> reader.addTable(tree, name);
            case "views" -> reader.addView(tree, name);
            case "choices" -> reader.addChoice(tree, name);
            default -> {
                if (path.equals(ROOT)) {
                    reader.addRoot(tree);
                }
            }
        }
    }

    /** The model with its elements in the order in which a folder keeps them. */
    public static Model sorted(Model model) {
        return new Model(
                model.tables().stream().sorted(Comparator.comparing(Table::name)).toList(),
                model.views().stream().sorted(Comparator.comparing(View::name)).toList(),
                model.choices().stream().sorted(Comparator.comparing(Choice::name)).toList(),
                model.origin());
    }
}
