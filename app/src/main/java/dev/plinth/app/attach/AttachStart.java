package dev.plinth.app.attach;

import dev.plinth.app.connection.Connections;
import dev.plinth.app.deploy.Environment;
import dev.plinth.app.deploy.EnvironmentDatabases;
import dev.plinth.app.deploy.Environments;
import dev.plinth.app.project.Author;
import dev.plinth.app.project.ModelStore;
import dev.plinth.app.project.Project;
import dev.plinth.app.project.ProjectStart;
import dev.plinth.app.web.Input;
import dev.plinth.schema.deploy.Faults;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Ids;
import dev.plinth.schema.model.Model;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** A project whose structure is what its database says. */
@Component
class AttachStart implements ProjectStart {
    private final Connections connections;
    private final Environments environments;
    private final EnvironmentDatabases databases;
    private final ModelStore models;
    private final Clock clock;

    AttachStart(
            Connections connections,
            Environments environments,
            EnvironmentDatabases databases,
            ModelStore models,
            Clock clock) {
        this.connections = connections;
        this.environments = environments;
        this.databases = databases;
        this.models = models;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "connection";
    }

    @Override
    public boolean attached() {
        return true;
    }

    @Override
    public void check(Wanted wanted) {
        if (wanted.connection() == null) {
            new Input()
                    .problem("connection", "\"connection\" is missing.", "Name one by its id.")
                    .check();
        } else {
            connections.required(wanted.connection());
        }
    }

    @Override
    public void start(Project project, Wanted wanted, Author author) {
        String connection = wanted.connection() == null ? "" : wanted.connection();
        Environment environment =
                new Environment(
                        Ids.fresh(),
                        project.id(),
                        "attached",
                        connection,
                        wanted.schemas(),
                        true,
                        null,
                        null);
        environments.add(project, environment, author);
        read(project, environment, author);
    }

    /** Reads the database again and keeps what it is now as a revision. */
    void read(Project project, Environment environment, Author author) {
        Model model = inspect(environment);
        long base = models.current(project.id()).revision();
        long revision =
                models.save(project.id(), base, model, "Read from the database", author).revision();
        environments.deployed(environment.id(), revision, clock.instant());
    }

    private Model inspect(Environment environment) {
        var reachable = databases.reachable(environment);
        Dialect dialect = reachable.dialect();
        List<String> schemas = environment.schemas();
        try (Connection connection = reachable.opening().getConnection()) {
            return dialect.owning(dialect.inspector().inspect(connection, schemas).model());
        } catch (SQLException e) {
            throw Faults.reading(dialect, e);
        }
    }
}
