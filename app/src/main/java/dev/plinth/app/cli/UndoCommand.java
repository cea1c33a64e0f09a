package dev.plinth.app.cli;

import dev.plinth.schema.diff.Answers;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

@Command(
        name = "undo",
        description = {
            "Brings a database back to the model it had before its last deployment, or before one",
            "that was interrupted. What was dropped comes back from quarantine."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            DatabaseOptions.FOOTER,
            "Exit code: 0 done, 3 refused and nothing was run, 1 error."
        })
final class UndoCommand implements Callable<Integer> {
    private final Output output;

    @Parameters(index = "0", paramLabel = "JDBC_URL", description = DatabaseOptions.URL)
    private String url = "";

    @Mixin private DatabaseOptions options = new DatabaseOptions();

    @Mixin private RunOptions run = new RunOptions();

    UndoCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        Database database = options.database(url, output);
        database.refuseToCreate();
        return run.apply(
                database.deployer()
                        .previous()
                        .orElseThrow(
                                () ->
                                        CommandCode.NOTHING_TO_UNDO.because(
                                                CommandCode.NOTHING_TO_UNDO.meaning())),
                null,
                Answers.NONE,
                database,
                output);
    }
}
