package dev.plinth.app.cli;

import dev.plinth.app.database.Opening;
import dev.plinth.schema.deploy.Bookkeeping;
import dev.plinth.schema.deploy.Deployer;
import dev.plinth.schema.deploy.Faults;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.diff.Adoption;
import dev.plinth.schema.model.Model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A database that was named on the command line. */
record Database(Opening opening, String url, List<String> schemas) {
    Database {
        schemas = List.copyOf(schemas);
    }

    Connection open() throws SQLException {
        return opening.getConnection();
    }

    /** Of its product; it may have to be opened for that. */
    Dialect dialect() {
        return opening.dialect();
    }

    Deployer deployer() {
        return new Deployer(dialect(), this::open, schemas);
    }

    /**
     * What is in the database. What was deployed has the ids it was deployed with.
     *
     * @throws dev.plinth.schema.problem.PlinthException when it cannot be reached or read
     */
    Inspection inspect() {
        refuseToCreate();
        Dialect dialect = dialect();
        try (Connection connection = open()) {
            Inspection found = dialect.inspector().inspect(connection, schemas);
            Model deployed = new Bookkeeping(dialect).deployed(connection).model();
            return found.withModel(
                    dialect.owning(Adoption.adopt(found.model(), deployed, deployed)));
        } catch (SQLException e) {
            throw Faults.reading(dialect, e);
        }
    }

    /** Embedded databases make a file when they are asked to read one that is not there. */
    void refuseToCreate() {
        String file = "";
        if (url.startsWith("jdbc:sqlite:")) {
            file = url.substring("jdbc:sqlite:".length()).replaceFirst("^file:", "");
            file = file.replaceFirst("\\?.*", "");
        } else if (url.startsWith("jdbc:duckdb:")) {
            file = url.substring("jdbc:duckdb:".length()).replaceFirst(";.*|^memory:.*", "");
        } else if (url.startsWith("jdbc:h2:file:")) {
            file = url.substring("jdbc:h2:file:".length()).replaceFirst(";.*", "") + ".mv.db";
        }
        if (url.startsWith("jdbc:hsqldb:file:")) {
            file = url.substring("jdbc:hsqldb:file:".length()).replaceFirst(";.*", "") + ".script";
        }
        boolean memory = file.isEmpty() || file.startsWith(":") || file.startsWith("~");
        if (!memory && !Files.exists(Path.of(file))) {
            throw CommandCode.NO_DATABASE.because("There is no database file " + file + ".");
        }
    }

    /** The URL without what might be secret in it. */
    String shownUrl() {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//");
    }
}
