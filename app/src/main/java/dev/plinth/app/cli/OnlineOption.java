package dev.plinth.app.cli;

import dev.plinth.schema.deploy.Deployer;

import picocli.CommandLine.Option;

/** Whether others go on working while a plan runs. */
final class OnlineOption {
    @Option(
            names = "--online",
            description = {
                "Lets readers and writers wait as little as the database allows;",
                "each statement commits by itself."
            })
    private boolean online;

    Deployer deployer(Database database) {
        return online ? database.deployer().online() : database.deployer();
    }
}
