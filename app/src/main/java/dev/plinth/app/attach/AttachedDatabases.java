package dev.plinth.app.attach;

import dev.plinth.app.connection.ConnectionSecrets;
import dev.plinth.app.connection.ConnectionSettings;
import dev.plinth.app.connection.Connections;
import dev.plinth.app.deploy.Environment;
import dev.plinth.app.deploy.Environments;
import dev.plinth.app.project.Author;
import dev.plinth.app.project.Project;
import dev.plinth.app.project.ProjectStart;
import dev.plinth.app.project.Projects;
import dev.plinth.app.settings.Attached;
import dev.plinth.app.settings.Settings;
import dev.plinth.schema.model.Ids;
import dev.plinth.schema.problem.PlinthException;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import java.util.Optional;

/** Attaches the databases named at the start, before the first request is taken. */
@Component
class AttachedDatabases implements SmartInitializingSingleton {
    private final Settings settings;
    private final Connections connections;
    private final ConnectionSecrets secrets;
    private final Projects projects;
    private final Environments environments;
    private final AttachStart start;

    AttachedDatabases(
            Settings settings,
            Connections connections,
            ConnectionSecrets secrets,
            Projects projects,
            Environments environments,
            AttachStart start) {
        this.settings = settings;
        this.connections = connections;
        this.secrets = secrets;
        this.projects = projects;
        this.environments = environments;
        this.start = start;
    }

    @Override
    public void afterSingletonsInstantiated() {
        settings.attached().forEach(this::attach);
    }

    private void attach(Attached attached) {
        ConnectionSettings connection = connection(attached);
        Optional<Project> known = projects.named(attached.project());
        if (known.isEmpty()) {
            Project made =
                    projects.add(attached.project(), attached.project(), true, Author.PLINTH);
            start.start(
                    made,
                    new ProjectStart.Wanted(connection.id(), attached.schemas()),
                    Author.PLINTH);
            return;
        }
        Project project = known.get();
        if (!project.attached()) {
            throw PlinthException.of(
                    "B104",
                    attached.project(),
                    "There is a project \"" + attached.project() + "\" with a model of its own.",
                    "Attach the database under another name.");
        }
        environments
                .serving(project.id())
                .ifPresent(
                        before -> {
                            Environment after =
                                    new Environment(
                                            before.id(),
                                            before.project(),
                                            before.name(),
                                            connection.id(),
                                            attached.schemas(),
                                            true,
                                            null,
                                            null);
                            environments.update(project, before, after, Author.PLINTH);
                            start.read(project, after, Author.PLINTH);
                        });
    }

    private ConnectionSettings connection(Attached attached) {
        String name = "attached-" + attached.project();
        Optional<ConnectionSettings> known = connections.named(name);
        String id = known.map(ConnectionSettings::id).orElseGet(Ids::fresh);
        ConnectionSettings wanted =
                new ConnectionSettings(
                        id,
                        name,
                        attached.url(),
                        attached.user(),
                        secrets.kept(id, attached.password()),
                        known.map(ConnectionSettings::poolSize)
                                .orElse(ConnectionSettings.USUAL_SIZE));
        if (known.isEmpty()) {
            connections.add(wanted, Author.PLINTH);
        } else {
            connections.update(wanted, Author.PLINTH);
        }
        return wanted;
    }
}
