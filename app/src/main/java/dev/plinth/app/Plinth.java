package dev.plinth.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line: the one entry to everything Plinth does. Only {@code serve} starts a server.
 */
@Command(
        name = "plinth",
        description = "Model once; get the database, the API and the app, on any RDBMS.",
        mixinStandardHelpOptions = true,
        version = "plinth 0.1.0",
        subcommands = ServeCommand.class)
public final class Plinth {

    private Plinth() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        // Without a command, Plinth serves.
        var command = args.length == 0 ? new String[] {"serve"} : args;
        int exitCode = new CommandLine(new Plinth()).execute(command);
        // A command that went well may have started a server, whose threads keep the process alive.
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
