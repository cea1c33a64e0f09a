package dev.plinth.schema.check;

import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.View;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names that are missing, taken or unfit. Upper and lower case do not tell names apart, because
 * some databases and file systems do not either.
 */
final class NameCheck {
    private final Report report;

    /** In some databases a relation may be named as a key; in which, the names' fit knows. */
    private boolean apart;

    NameCheck(Report report) {
        this.report = report;
    }

    void check(Model model) {
        apart = !model.origin().dialect().isEmpty();
        Siblings tables = new Siblings();
        for (Table table : model.tables()) {
            String path = ElementPath.table(table.name());
            tables.add("Table", table.name().name(), table.name().toString(), path);
            columns(path, table.columns(), " of \"" + table.name() + "\"");
            parts(table, path);
        }
        for (View view : model.views()) {
            String path = ElementPath.view(view.name());
            tables.add("View", view.name().name(), view.name().toString(), path);
            columns(path, view.columns(), " of \"" + view.name() + "\"");
        }
        Siblings choices = new Siblings();
        for (Choice choice : model.choices()) {
            choices.add("Choice", choice.name(), choice.name(), ElementPath.choice(choice));
        }
    }

    private void columns(String owner, List<Column> columns, String of) {
        Siblings siblings = new Siblings(of);
        for (Column column : columns) {
            siblings.add("Column", column.name(), column.name(), ElementPath.column(owner, column));
        }
    }

    /** Names of keys and indexes may be left open; given ones must differ within their table. */
    private void parts(Table table, String path) {
        String of = " of \"" + table.name() + "\"";
        Siblings constraints = new Siblings(of);
        Siblings relations = apart ? new Siblings(of) : constraints;
        if (table.primaryKey() != null) {
            constraints.addIfNamed(
                    "Primary key", table.primaryKey().name(), ElementPath.primaryKey(path));
        }
        table.uniques()
                .forEach(
                        u ->
                                constraints.addIfNamed(
                                        "Unique key", u.name(), ElementPath.unique(path, u)));
        table.checks()
                .forEach(
                        c -> constraints.addIfNamed("Check", c.name(), ElementPath.check(path, c)));
        table.relations()
                .forEach(
                        r ->
                                relations.addIfNamed(
                                        "Relation", r.name(), ElementPath.relation(path, r)));
        Siblings indexes = new Siblings(of);
        table.indexes()
                .forEach(i -> indexes.addIfNamed("Index", i.name(), ElementPath.index(path, i)));
        Siblings triggers = new Siblings(of);
        table.triggers()
                .forEach(
                        t ->
                                triggers.add(
                                        "Trigger",
                                        t.name(),
                                        t.name(),
                                        ElementPath.trigger(path, t)));
    }

    /** Elements whose names must differ. */
    private final class Siblings {
        private final String of;
        private final Map<String, String> taken = new HashMap<>();

        Siblings() {
            this("");
        }

        Siblings(String of) {
            this.of = of;
        }

        void addIfNamed(String kind, String name, String path) {
            if (!name.isEmpty()) {
                add(kind, name, name, path);
            }
        }

        void add(String kind, String name, String shown, String path) {
            if (name.isEmpty()) {
                report.error(
                        CheckCode.NAME_MISSING, path, "A " + lower(kind) + of + " has no name.");
                return;
            }
            String title = kind + " \"" + shown + "\"" + of;
            if (isUnfit(name)) {
                report.error(
                        CheckCode.NAME_CHARACTERS,
                        path,
                        title
                                + " has a name with spaces around it or characters that cannot be"
                                + " seen.");
            }
            String other = taken.putIfAbsent(lower(shown), shown);
            if (other != null) {
                report.error(
                        CheckCode.NAME_TWICE,
                        path,
                        other.equals(shown)
                                ? title + " is there twice."
                                : title + " differs from \"" + other + "\" in case only.");
            }
        }

        private boolean isUnfit(String name) {
            return !name.equals(name.strip())
                    || name.codePoints().anyMatch(c -> Character.isISOControl(c) || isInvisible(c));
        }

        private boolean isInvisible(int character) {
            return switch (Character.getType(character)) {
                case Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR ->
                        true;
                default -> false;
            };
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
