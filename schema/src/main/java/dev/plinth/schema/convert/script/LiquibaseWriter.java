package dev.plinth.schema.convert.script;

import dev.plinth.schema.convert.sketch.ConversionCode;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes steps as a changelog of Liquibase in formatted SQL. Each statement is a changeset of its
 * own, which is never split, so that what it holds is nobody's business; what takes a step back is
 * told with its first one, since Liquibase goes back from the last to the first.
 */
public final class LiquibaseWriter {
    /** Where its word is another one than ours. */
    private static final Map<String, String> NAMES =
            Map.of(
                    "postgres",
                    "postgresql",
                    "yugabytedb",
                    "postgresql",
                    "sqlserver",
                    "mssql",
                    "tidb",
                    "mysql");

    /** What the reader of the file would take for its own, wherever it stands. */
    private static final Pattern ITS_OWN =
            Pattern.compile(
                    "(?im)^\\s*(--+\\s*(liquibase|changeset|rollback|comment|preconditions?|"
                            + "property|validCheckSum|ignoreLines|ignore|labels|context|"
                            + "logicalFilePath|tag)\\b|/\\*\\s*liquibase\\b)");

    /** Found where it stands alone in a line only. */
    private static final String DELIMITER = "/";

    private static final String ROLLBACK_IN_PARTS =
            " rollbackSplitStatements:true rollbackEndDelimiter:" + DELIMITER;

    private final Script script;
    private final String author;
    private final StringBuilder text = new StringBuilder("--liquibase formatted sql\n");

    private LiquibaseWriter(Script script, String author) {
        this.script = script;
        this.author = author;
    }

    /**
     * @throws PlinthException when a statement holds a line that Liquibase would take for its own
     */
    public static ScriptFile write(Script script, String author) {
        LiquibaseWriter writer = new LiquibaseWriter(script, author);
        script.steps().forEach(writer::step);
        return new ScriptFile(
                script.version() + "-" + script.fileTitle().replace('_', '-') + ".sql",
                writer.text.toString());
    }

    private void step(Step step) {
        text.append('\n');
        Script.heading(step).forEach(l -> text.append(l).append('\n'));
        List<String> statements = step.sql();
        for (int i = 0; i < statements.size(); i++) {
            text.append("--changeset ")
                    .append(author)
                    .append(':')
                    .append(script.version())
                    .append('-')
                    .append(step.number())
                    .append(statements.size() == 1 ? "" : "." + (i + 1))
                    .append(" dbms:")
                    .append(dbms(script.dialect()))
                    .append(" splitStatements:false stripComments:false")
                    .append(script.isTransaction(step.change()) ? "" : " runInTransaction:false")
                    .append(i == 0 && step.reverse().size() > 1 ? ROLLBACK_IN_PARTS : "")
                    .append('\n')
                    .append(checked(statements.get(i), step))
                    .append('\n');
            rollback(step, i == 0);
        }
    }

    private void rollback(Step step, boolean first) {
        if (!first || Script.leavesNothing(step)) {
            text.append("--rollback empty\n");
            return;
        }
        List<String> reverse = step.reverse();
        for (int i = 0; i < reverse.size(); i++) {
            checked(reverse.get(i), step)
                    .lines()
                    .forEach(l -> text.append("--rollback ").append(l).append('\n'));
            if (reverse.size() > 1) {
                text.append("--rollback ").append(DELIMITER).append('\n');
            }
        }
    }

    private static String checked(String sql, Step step) {
        if (ITS_OWN.matcher(sql).find()) {
            throw PlinthException.of(
                    ConversionCode.UNSAID.code(),
                    step.change().on().toString(),
                    "\""
                            + step.title()
                            + "\" has a line that Liquibase would take for one of its own.",
                    "Begin that line with something else than --.");
        }
        return sql.strip();
    }

    private static String dbms(Dialect dialect) {
        return NAMES.getOrDefault(dialect.name(), dialect.name());
    }
}
