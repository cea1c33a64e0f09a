package dev.plinth.app.cli;

import dev.plinth.schema.deploy.Deployer;
import dev.plinth.schema.deploy.Prepared;

import picocli.CommandLine.Option;

import java.util.List;

/** Whether a plan is tried first. */
final class RehearseOption {
    @Option(
            names = "--rehearse",
            description = "Runs the plan on empty tables of the same structure first.")
    private boolean rehearse;

    void run(Deployer deployer, Prepared prepared, Output output) {
        if (!rehearse || prepared.plan().isEmpty()) {
            return;
        }
        output.progress("rehearsing");
        deployer.rehearse(prepared)
                .ifPresentOrElse(
                        why -> output.problems(List.of(why)),
                        () -> output.note("The rehearsal went well."));
    }
}
