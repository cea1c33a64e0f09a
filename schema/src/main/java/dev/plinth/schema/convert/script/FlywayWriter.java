package dev.plinth.schema.convert.script;

import dev.plinth.schema.plan.Step;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes steps as versioned migrations of Flyway: one that goes forward and one that undoes it
 * (which Flyway itself runs in its paid editions only), each with settings of its own where it
 * needs them.
 */
public final class FlywayWriter {
    private final Script script;

    private FlywayWriter(Script script) {
        this.script = script;
    }

    /** None for no steps. */
    public static List<ScriptFile> write(Script script) {
        return script.steps().isEmpty() ? List.of() : new FlywayWriter(script).files();
    }

    private List<ScriptFile> files() {
        List<ScriptFile> files = new ArrayList<>();
        add(files, "V", forward());
        boolean undoable =
                script.steps().stream()
                        .allMatch(s -> !s.reverse().isEmpty() || Script.leavesNothing(s));
        if (undoable) {
            add(files, "U", back());
        }
        return files;
    }

    private void add(List<ScriptFile> files, String prefix, String text) {
        String name = prefix + script.version() + "__" + script.fileTitle() + ".sql";
        files.add(new ScriptFile(name, text));
        StringBuilder settings = new StringBuilder();
        if (!script.isTransaction()) {
            settings.append("executeInTransaction=false\n");
        }
        if (text.contains("${")) {
            settings.append("placeholderReplacement=false\n");
        }
        if (!settings.isEmpty()) {
            files.add(new ScriptFile(name + ".conf", settings.toString()));
        }
    }

    private String forward() {
        StringBuilder text = new StringBuilder();
        for (Step step : script.steps()) {
            Script.heading(step).forEach(l -> text.append(l).append('\n'));
            append(text, step.sql());
        }
        return text.toString();
    }

    private String back() {
        StringBuilder text = new StringBuilder();
        for (Step step : script.steps().reversed()) {
            text.append("-- Takes back: ")
                    .append(step.number())
                    .append(". ")
                    .append(Script.line(step.title()))
                    .append('\n');
            append(text, step.reverse());
        }
        return text.toString();
    }

    private void append(StringBuilder text, List<String> statements) {
        for (String sql : statements) {
            text.append(script.dialect().statements().ended(sql));
        }
        text.append('\n');
    }
}
