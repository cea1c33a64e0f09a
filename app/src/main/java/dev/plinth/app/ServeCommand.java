package dev.plinth.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plinth serve}: starts the server, which then runs until the process is told to stop. */
@Command(name = "serve", description = "Starts the server.", mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port to listen on (default: ${DEFAULT-VALUE}).")
    private int port;

    @Override
    public void run() {
        Server.start(port);
    }
}
