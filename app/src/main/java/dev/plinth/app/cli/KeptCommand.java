package dev.plinth.app.cli;

import dev.plinth.schema.deploy.Deployer;
import dev.plinth.schema.diff.Kept;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "kept",
        description = {
            "Lists what deployments dropped and the database still keeps, or purges it.",
            "It comes back by itself when a model with an element of that id is applied."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            DatabaseOptions.FOOTER,
            "Exit code: 0 done, 3 refused and nothing was purged, 1 error."
        })
final class KeptCommand implements Callable<Integer> {
    private final Output output;

    @Parameters(index = "0", paramLabel = "JDBC_URL", description = DatabaseOptions.URL)
    private String url = "";

    @Mixin private DatabaseOptions options = new DatabaseOptions();

    @Option(
            names = "--purge",
            split = ",",
            paramLabel = "NUMBER",
            description = "Drops these for good.")
    private List<Integer> purged = List.of();

    @Option(
            names = {"-y", "--yes"},
            description = "Does not ask.")
    private boolean yes;

    KeptCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        Database database = options.database(url, output);
        database.refuseToCreate();
        Deployer deployer = database.deployer();
        if (purged.isEmpty()) {
            list(deployer.kept());
            return Commands.DONE;
        }
        if (!yes) {
            RunOptions.agree("Drop " + purged.size() + " kept elements for good", output);
        }
        deployer.purge(purged);
        output.line("Done.");
        return Commands.DONE;
    }

    private void list(List<Kept> kept) {
        if (kept.isEmpty()) {
            output.line("Nothing is kept.");
        }
        for (Kept one : kept) {
            output.line(
                    "%3d. %s %s, dropped %s, in table %s%s"
                            .formatted(
                                    one.number(),
                                    one.isTable() ? "table" : "column",
                                    one.title(),
                                    one.since(),
                                    one.place(),
                                    one.returnable() ? "" : ", to be given back by hand"));
        }
    }
}
