package dev.plinth.schema.document;

import dev.plinth.schema.document.Tree.Entry;
import dev.plinth.schema.document.Tree.Kind;
import dev.plinth.schema.document.Tree.Style;
import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Origin;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.View;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Models and their elements as JSON, with references by id, as the builder API speaks. Reading
 * reports everything that is wrong with the text in one exception; whether ids lead anywhere is for
 * the model's check to say.
 */
public final class ModelJson {
    private static final ModelWriter WRITER = new ModelWriter(Spelling.BY_ID);

    private ModelJson() {}

    /** A whole model: tables, views and choices. */
    public static String write(Model model) {
        return JsonWriter.write(tree(model));
    }

    static Tree.Mapping tree(Model model) {
        MappingBuilder tree = new MappingBuilder(true);
        if (!model.origin().equals(Origin.NONE)) {
            tree.always("database", model.origin().dialect())
                    .list("needs", model.origin().needs().stream().map(ModelWriter::need).toList());
        }
        return tree.list("tables", model.tables().stream().map(WRITER::table).toList())
                .list("views", model.views().stream().map(WRITER::view).toList())
                .list("choices", model.choices().stream().map(WRITER::choice).toList())
                .build(Style.BLOCK);
    }

    /**
     * @throws dev.plinth.schema.problem.PlinthException with every problem of the text
     */
    public static Model read(String json) {
        return read("", json).model();
    }

    /** As {@link #read(String)}; problems name the file and the line. */
    static ModelDocument read(String file, String json) {
        Findings findings = new Findings();
        ModelReader reader = new ModelReader(findings);
        root(file, json, findings).ifPresent(reader::addRoot);
        ModelDocument document = reader.byId();
        findings.raise();
        return document;
    }

    public static String writeTable(Table table) {
        return JsonWriter.write(WRITER.table(table));
    }

    /** See {@link #read(String)}. */
    public static Table readTable(String json) {
        return element(json, TableReader::table);
    }

    public static String writeView(View view) {
        return JsonWriter.write(WRITER.view(view));
    }

    /** See {@link #read(String)}. */
    public static View readView(String json) {
        return element(json, TableReader::view);
    }

    public static String writeChoice(Choice choice) {
        return JsonWriter.write(WRITER.choice(choice));
    }

    /** See {@link #read(String)}. */
    public static Choice readChoice(String json) {
        return element(json, TableReader::choice);
    }

    private interface ElementReader<E> {
        E read(TableReader reader, Tree.Mapping tree, String fallbackName);
    }

    private static <E> E element(String json, ElementReader<E> read) {
        Findings findings = new Findings();
        Tree.Mapping tree =
                root("", json, findings)
                        .orElseGet(
                                () -> new Tree.Mapping(new Place("", 1), List.of(), Style.BLOCK));
        findings.raise();
        TableReader reader = new TableReader(References.BY_ID, new HashMap<>(), findings);
        E element = read.read(reader, tree, "");
        findings.raise();
        return element;
    }

    /** Texts by name, as one JSON object. */
    public static String writeTexts(Map<String, String> texts) {
        MappingBuilder tree = new MappingBuilder(true);
        texts.forEach(tree::always);
        return JsonWriter.write(tree.build(Style.BLOCK));
    }

    /** Reads what {@link #writeTexts} wrote. */
    public static Map<String, String> readTexts(String json) {
        Findings findings = new Findings();
        Map<String, String> texts = new LinkedHashMap<>();
        Optional<Tree.Mapping> root = root("", json, findings);
        for (Entry entry : root.map(Tree.Mapping::entries).orElse(List.of())) {
            if (entry.value() instanceof Tree.Scalar scalar && scalar.kind() == Kind.TEXT) {
                texts.put(entry.key(), scalar.text());
            }
        }
        findings.raise();
        return texts;
    }

    private static Optional<Tree.Mapping> root(String file, String json, Findings findings) {
        return ModelReader.root(JsonReader.read(file, json, findings), findings);
    }
}
