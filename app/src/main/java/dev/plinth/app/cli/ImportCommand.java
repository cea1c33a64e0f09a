package dev.plinth.app.cli;

import dev.plinth.data.DataApi;
import dev.plinth.data.DataRequest;
import dev.plinth.data.DataSettings;
import dev.plinth.data.access.Access;
import dev.plinth.data.access.Caller;
import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.run.Cancellation;
import dev.plinth.data.run.Changes;
import dev.plinth.data.run.Outbox;
import dev.plinth.schema.deploy.Faults;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Extras;
import dev.plinth.schema.model.Model;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "import",
        description = "Writes the rows of a file into a table: all of them, or none.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            DatabaseOptions.FOOTER,
            "Exit code: 0 done, 2 done but for rows that were refused (--skip-invalid), 3 rows"
                    + " were",
            "refused and nothing was written, 1 error."
        })
final class ImportCommand implements Callable<Integer> {
    private static final DataSettings SETTINGS =
            new DataSettings(null, true, true, false, 0, DataSettings.USUAL.estimateAbove(), false);

    private final Output output;

    @Parameters(index = "0", paramLabel = "FILE", description = ImportFile.DESCRIPTION)
    private String file = "";

    @Parameters(index = "1", paramLabel = "JDBC_URL", description = DatabaseOptions.URL)
    private String url = "";

    @Option(
            names = "--into",
            required = true,
            paramLabel = "TABLE",
            description = "Table that gets the rows.")
    private String table = "";

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description =
                    "Model folder or file whose validations and triggers hold; without it those"
                            + " hold that the database keeps itself.")
    private @Nullable Path model;

    @Option(names = "--json", description = "Prints the report as JSON.")
    private boolean json;

    @Mixin private ImportOptions how = new ImportOptions();

    @Mixin private DatabaseOptions options = new DatabaseOptions();

    ImportCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        Database database = options.database(url, output);
        try (ImportFile source = ImportFile.open(file, how.type())) {
            DataApi api = api(database);
            ImportAnswer answer = new ImportAnswer(source, output);
            Cancellation cancellation = new Cancellation();
            try (CtrlC ignored = CtrlC.cancels(cancellation::cancel, output)) {
                api.handle(
                        new DataRequest(
                                "POST",
                                "import/" + table,
                                how.query(),
                                how.headers(source.type()),
                                source.body(),
                                cancellation),
                        Caller.administrator("", "", ""),
                        answer);
            }
            ImportVerdict verdict = answer.verdict(table);
            if (json) {
                output.line(verdict.json());
            } else {
                verdict.write(source.name(), how.skipsInvalid(), output);
            }
            return verdict.code(how.skipsInvalid());
        }
    }

    /** The data API over the database, as the server has it. */
    private DataApi api(Database database) {
        output.progress("reading " + database.shownUrl());
        Dialect dialect = database.dialect();
        List<String> schemas = database.schemas();
        Model known =
                model == null
                        ? database.inspect().model()
                        : ModelInput.valid(model, dialect, output);
        database.refuseToCreate();
        try (Connection connection = database.open()) {
            if (known.tables().stream().anyMatch(t -> !t.triggers().isEmpty())) {
                new Changes(dialect).ensure(connection);
                new Outbox(dialect).ensure(connection);
            }
            Extras extras = dialect.inspector().extras(connection, schemas);
            Catalog catalog = Catalog.of(known, dialect, schemas, extras);
            return new DataApi(catalog, Access.of(catalog, List.of()), database::open, SETTINGS);
        } catch (SQLException e) {
            throw Faults.reading(dialect, e);
        }
    }
}
