package dev.plinth.schema.dialect.generic;

import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.problem.PlinthException;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements that one database is known to understand. */
final class Forms {
    private final String title;
    private final Map<Form, String> templates = new EnumMap<>(Form.class);
    private final Set<Action> onDelete = EnumSet.of(Action.NO_ACTION);
    private final Set<Action> onUpdate = EnumSet.of(Action.NO_ACTION);

    Forms(String title, Probe probe) {
        this.title = title;
        for (Form form : Form.values()) {
            understood(form, probe).ifPresent(template -> templates.put(form, template));
        }
        for (Action action : Action.values()) {
            if (takes("DELETE", action, probe)) {
                onDelete.add(action);
            }
            if (takes("UPDATE", action, probe)) {
                onUpdate.add(action);
            }
        }
    }

    /** The first that is understood, else the first of the standard that may be. */
    private static Optional<String> understood(Form form, Probe probe) {
        String maybe = null;
        for (Form.Spelling spelling : form.spellings()) {
            Probe.Answer answer =
                    probe.understands(asked(spelling.template(), form.definition(), probe));
            if (answer == Probe.Answer.YES) {
                return Optional.of(spelling.template());
            }
            if (answer == Probe.Answer.UNDECIDED && spelling.isStandard() && maybe == null) {
                maybe = spelling.template();
            }
        }
        return Optional.ofNullable(maybe);
    }

    private static String asked(String template, String definition, Probe probe) {
        return filled(
                template.replace("$d", definition),
                probe.table(),
                probe.quoted("c"),
                probe.quoted("n"),
                "");
    }

    private static String filled(
            String template, String table, String column, String name, String definition) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c != '$') {
                text.append(c);
                continue;
            }
            text.append(
                    switch (template.charAt(++i)) {
                        case 't' -> table;
                        case 'c' -> column;
                        case 'n' -> name;
                        default -> definition;
                    });
        }
        return text.toString();
    }

    private static boolean takes(String event, Action action, Probe probe) {
        String key =
                "ALTER TABLE $t ADD CONSTRAINT $n FOREIGN KEY ($c) REFERENCES $t ($c) ON "
                        + event
                        + " "
                        + action.name().replace('_', ' ');
        return action != Action.NO_ACTION
                && probe.understands(asked(key, "", probe)) != Probe.Answer.NO;
    }

    boolean knows(Form form) {
        return templates.containsKey(form);
    }

    Set<Action> onDelete() {
        return onDelete;
    }

    Set<Action> onUpdate() {
        return onUpdate;
    }

    /** The spelling that was found, with what stands for parts of it still in place. */
    String template(Form form) {
        String template = templates.get(form);
        if (template == null) {
            throw refusal(form.does());
        }
        return template;
    }

    /**
     * A statement.
     *
     * @throws PlinthException when it is not known how this database says it
     */
    String write(Form form, String table, String column, String name, String definition) {
        return filled(template(form), table, column, name, definition);
    }

    /** Why something is not even tried. */
    PlinthException refusal(String does) {
        return PlinthException.of(
                "S003",
                "",
                "How "
                        + title
                        + " "
                        + does
                        + " cannot be told from its driver, so it is not tried.",
                "Do it in the database by hand, then plan again; or change the model otherwise.");
    }
}
