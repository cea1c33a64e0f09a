package dev.plinth.schema.document;

import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.DerivedIds;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.View;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads tables, views and choices from their trees. */
final class TableReader {
    private final References references;
    private final Map<String, Place> places;
    private final Findings findings;
    private final ColumnReader columns;

    /**
     * @param places is filled with where each element stands
     */
    TableReader(References references, Map<String, Place> places, Findings findings) {
        this.references = references;
        this.places = places;
        this.findings = findings;
        this.columns = new ColumnReader(references);
    }

    /**
     * @param fallbackName the name when the document has none: that of its file; or empty
     */
    Table table(Tree.Mapping tree, String fallbackName) {
        Named named = named("Table", "tables", tree, fallbackName);
        Fields fields = named.fields;
        TableName name = new TableName(fields.text("schema"), named.name);
        String id = id(fields, DerivedIds.table(name));
        List<Column> read = columns(fields, name);
        TablePartReader parts = new TablePartReader(references, places, findings, name, id, read);
        Table table =
                new Table(
                        id,
                        name,
                        fields.text("label"),
                        fields.text("comment"),
                        read,
                        parts.primaryKey(fields),
                        parts.uniques(fields),
                        parts.indexes(fields),
                        parts.checks(fields),
                        parts.relations(fields),
                        parts.triggers(fields));
        fields.done();
        return table;
    }

    View view(Tree.Mapping tree, String fallbackName) {
        Named named = named("View", "views", tree, fallbackName);
        Fields fields = named.fields;
        TableName name = new TableName(fields.text("schema"), named.name);
        View view =
                new View(
                        id(fields, DerivedIds.view(name)),
                        name,
                        fields.text("label"),
                        columns(fields, name),
                        fields.required("query"),
                        fields.text("comment"));
        fields.done();
        return view;
    }

    Choice choice(Tree.Mapping tree, String fallbackName) {
        Named named = named("Choice", "choices", tree, fallbackName);
        Fields fields = named.fields;
        String id = id(fields, DerivedIds.choice(named.name));
        List<Choice.Option> options = new ArrayList<>();
        for (Tree item : fields.items("options")) {
            if (item instanceof Tree.Scalar value && !value.isNull()) {
                options.add(new Choice.Option(value.text(), "", ""));
            } else if (item instanceof Tree.Mapping mapping) {
                Fields option = fields.part(mapping);
                options.add(
                        new Choice.Option(
                                option.required("value"),
                                option.text("label"),
                                option.text("color")));
                option.done();
            } else {
                fields.wrongShape(item, "an option is a value, or has value, label and color.");
            }
        }
        fields.done();
        return new Choice(id, named.name, options);
    }

    private record Named(Fields fields, String name) {}

    private Named named(String kind, String list, Tree.Mapping tree, String fallbackName) {
        Fields unnamed = new Fields(tree, list, kind, findings);
        String given = unnamed.text("name");
        String name = given.isEmpty() ? fallbackName : given;
        String schema = unnamed.text("schema");
        String shown = new TableName(schema, name).toString();
        String path = ElementPath.part(list, shown, unnamed.text("id"));
        String title = kind + " " + (name.isEmpty() ? "without a name" : "\"" + shown + "\"");
        Fields fields = new Fields(tree, path, title, findings);
        if (fallbackName.isEmpty()) {
            fields.required("name");
        } else {
            fields.tree("name");
        }
        if (places.putIfAbsent(path, tree.place()) instanceof Place first && !name.isEmpty()) {
            fields.error(
                    DocumentCode.DUPLICATE,
                    tree.place(),
                    title + " is there twice.",
                    first.file().isEmpty() ? "" : "The other is in " + first + ".");
        }
        return new Named(fields, name);
    }

    private static String id(Fields fields, String derived) {
        String id = fields.text("id");
        return id.isEmpty() ? derived : id;
    }

    private List<Column> columns(Fields owner, TableName name) {
        List<Column> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Tree.Mapping tree : owner.mappings("columns")) {
            String columnName = new Fields(tree, owner.path(), "", new Findings()).text("name");
            String path =
                    owner.path()
                            + "/"
                            + ElementPath.part("columns", columnName, "#" + (read.size() + 1));
            String title =
                    columnName.isEmpty()
                            ? "Column " + (read.size() + 1) + " of \"" + name + "\""
                            : "Column \"" + columnName + "\" of \"" + name + "\"";
            Fields fields = new Fields(tree, path, title, findings);
            places.putIfAbsent(path, tree.place());
            if (!columnName.isEmpty() && !names.add(columnName)) {
                fields.error(
                        DocumentCode.DUPLICATE,
                        tree.place(),
                        title + " is there twice.",
                        DocumentCode.DUPLICATE.remedy());
            }
            read.add(columns.read(fields, name));
        }
        return read;
    }
}
