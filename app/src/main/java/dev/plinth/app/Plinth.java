package dev.plinth.app;

import dev.plinth.app.cli.Commands;
import dev.plinth.app.cli.Output;

import picocli.CommandLine.Command;

/**
 * The command line: the one entry to everything Plinth does. Only {@code serve} starts a server.
 */
@Command(
        name = "plinth",
        description = "Model once; get the database, the API and the app, on any RDBMS.",
        mixinStandardHelpOptions = true,
        version = "plinth 0.1.0")
public final class Plinth {

    private Plinth() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        // Without a command, Plinth serves.
        var command = args.length == 0 ? new String[] {"serve"} : args;
        int exitCode = run(Output.ofProcess(), command);
        if (Commands.leavesNothing(command)) {
            // An orderly exit has the JVM look for loggers first, which takes as long as the work.
            Runtime.getRuntime().halt(exitCode);
        } else if (exitCode != 0 || !command[0].equals("serve")) {
            // A server's threads keep the process alive; those of a database driver must not.
            System.exit(exitCode);
        }
    }

    /** Runs one command in this process and gives its exit code. */
    public static int run(Output output, String... command) {
        return new Commands(new Plinth(), output).addFirst("serve", ServeCommand::new).run(command);
    }
}
