package dev.plinth.schema.document;

import dev.plinth.schema.document.Tree.Kind;
import dev.plinth.schema.document.Tree.Style;
import dev.plinth.schema.model.Model;

/** A whole model as one YAML text, with references by name. */
public final class ModelText {
    private ModelText() {}

    /** Always the same bytes for the same model. */
    public static String write(String project, Model model) {
        ModelWriter writer = new ModelWriter(new Spelling.ByName(model));
        return YamlWriter.write(
                head(project, model)
                        .list("tables", model.tables().stream().map(writer::table).toList())
                        .list("views", model.views().stream().map(writer::view).toList())
                        .list("choices", model.choices().stream().map(writer::choice).toList())
                        .build(Style.BLOCK));
    }

    static MappingBuilder head(String project, Model model) {
        String format = String.valueOf(ModelReader.FORMAT);
        return new MappingBuilder(false)
                .tree("format", new Tree.Scalar(new Place("", 0), format, Kind.LITERAL))
                .text("project", project)
                .text("database", model.origin().dialect())
                .list("needs", model.origin().needs().stream().map(ModelWriter::need).toList());
    }

    /**
     * @param file by what name problems call the text
     * @throws dev.plinth.schema.problem.PlinthException with every problem of the text, each with
     *     its line
     */
    public static ModelDocument read(String file, String text) {
        Findings findings = new Findings();
        ModelReader reader = new ModelReader(findings);
        ModelReader.root(YamlReader.read(file, text, findings), findings)
                .ifPresent(reader::addRoot);
        ModelDocument document = reader.byName();
        findings.raise();
        return document;
    }
}
