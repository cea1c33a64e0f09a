package dev.plinth.app.rows;

import dev.plinth.app.access.Roles;
import dev.plinth.app.connection.ConnectionPools;
import dev.plinth.app.connection.ConnectionPools.Pooled;
import dev.plinth.app.connection.Lending;
import dev.plinth.app.deploy.DeploymentRunner;
import dev.plinth.app.deploy.Environment;
import dev.plinth.app.deploy.EnvironmentDatabases;
import dev.plinth.app.deploy.Environments;
import dev.plinth.app.operations.Counters;
import dev.plinth.app.project.ModelStore;
import dev.plinth.app.project.Project;
import dev.plinth.app.project.ProjectRemoving;
import dev.plinth.app.project.Projects;
import dev.plinth.app.settings.Attached;
import dev.plinth.app.settings.Settings;
import dev.plinth.data.DataApi;
import dev.plinth.data.DataSettings;
import dev.plinth.data.access.Access;
import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.description.Published;
import dev.plinth.data.run.Changes;
import dev.plinth.schema.dialect.Extras;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Trigger.TriggerAction;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The projects whose rows can be had, each with the catalog of what was last deployed. */
@Component
class ServedProjects {
    private static final Logger LOG = LoggerFactory.getLogger(ServedProjects.class);

    /** So long a change that another server made may go unnoticed here. */
    private static final Duration TRUSTED = Duration.ofSeconds(2);

    private final Projects projects;
    private final ModelStore models;
    private final Environments environments;
    private final EnvironmentDatabases databases;
    private final Roles roles;
    private final Settings settings;
    private final Counters counters;
    private final Clock clock;
    private final Map<String, Known> byName = new ConcurrentHashMap<>();

    ServedProjects(
            Projects projects,
            ModelStore models,
            Environments environments,
            EnvironmentDatabases databases,
            Roles roles,
            Settings settings,
            Counters counters,
            Clock clock) {
        this.projects = projects;
        this.models = models;
        this.environments = environments;
        this.databases = databases;
        this.roles = roles;
        this.settings = settings;
        this.counters = counters;
        this.clock = clock;
    }

    /**
     * @param environment as it was when the catalog was made, by which a change is noticed
     * @param lending where its connections come from
     * @param counters of its requests
     * @param isWhole whether the database could be asked for all that it offers
     */
    record Served(
            Project project,
            Environment environment,
            Catalog catalog,
            Access access,
            DataApi api,
            Lending lending,
            Counters.OfProject counters,
            boolean isWhole) {}

    /** What is served, and when it was last compared with the store. */
    private record Known(Served served, Instant checkedAt) {}

    /** A project by name, or empty when there is none or nothing was deployed. */
    Optional<Served> named(String name) {
        Known known = byName.get(name);
        Instant now = clock.instant();
        if (known != null && known.checkedAt.plus(TRUSTED).isAfter(now)) {
            return Optional.of(known.served);
        }
        Optional<Served> found = look(name, known);
        if (found.isPresent()) {
            byName.put(name, new Known(found.get(), now));
        } else {
            byName.remove(name);
        }
        return found;
    }

    /**
     * Another server may have deployed, or a deployment may have ended while the catalog was made.
     */
    private Optional<Served> look(String name, @Nullable Known known) {
        return projects.named(name)
                .flatMap(
                        project ->
                                environments
                                        .serving(project.id())
                                        .filter(e -> e.deployedRevision() != null)
                                        .map(
                                                environment ->
                                                        known != null
                                                                        && known.served.isWhole
                                                                        && known.served.environment
                                                                                .equals(environment)
                                                                ? known.served
                                                                : of(project, environment)));
    }

    private Served of(Project project, Environment environment) {
        Pooled pooled = databases.pool(environment);
        Long revision = environment.deployedRevision();
        Model model =
                revision == null
                        ? models.current(project.id()).model()
                        : models.at(project.id(), revision).model();
        Optional<Extras> extras = extras(pooled, environment, model);
        Catalog catalog =
                Catalog.of(
                        model, pooled.dialect(), environment.schemas(), extras.orElse(Extras.NONE));
        Access access = Access.of(catalog, roles.of(project.id()));
        return new Served(
                project,
                environment,
                catalog,
                access,
                new DataApi(
                        catalog,
                        access,
                        pooled.lending(),
                        settings(project),
                        new Published(project.title(), "/p/" + project.name() + "/rest/v1")),
                pooled.lending(),
                counters.of(project.name(), names(catalog)),
                extras.isPresent());
    }

    /** As they follow {@code rest/v1/}. */
    private static Set<String> names(Catalog catalog) {
        Set<String> names = new HashSet<>(Set.of(""));
        for (CatalogTable table : catalog.allTables()) {
            names.add(table.name());
            names.add("import/" + table.name());
        }
        for (String schema : catalog.schemas()) {
            catalog.routines().of(schema).forEach(r -> names.add("rpc/" + r.name()));
        }
        return names;
    }

    /** Empty when the database cannot be reached; the next request tries again. */
    private static Optional<Extras> extras(Pooled pooled, Environment environment, Model model) {
        try (Connection connection = pooled.lending().borrow()) {
            if (isLive(model)) {
                new Changes(pooled.dialect()).ensure(connection);
            }
            return Optional.of(
                    pooled.dialect().inspector().extras(connection, environment.schemas()));
        } catch (SQLException e) {
            LOG.warn("The functions of {} could not be read: {}", environment.name(), e.toString());
            return Optional.empty();
        }
    }

    private static boolean isLive(Model model) {
        return model.tables().stream()
                .flatMap(table -> table.triggers().stream())
                .anyMatch(trigger -> trigger.action() instanceof TriggerAction.Publish);
    }

    private DataSettings settings(Project project) {
        Optional<Attached> attached = attached(project.name());
        return new DataSettings(
                DataSettings.USUAL.mostRows(),
                attached.map(Attached::aggregates).orElse(DataSettings.USUAL.aggregates()),
                attached.map(Attached::rollback).orElse(DataSettings.USUAL.rollbackByRequest()),
                DataSettings.USUAL.unfilteredWrites(),
                DataSettings.USUAL.timeoutSeconds(),
                DataSettings.USUAL.estimateAbove(),
                !project.attached());
    }

    /** How a project was attached at the start of the server, if it was. */
    Optional<Attached> attached(String project) {
        return settings.attached().stream().filter(a -> a.project().equals(project)).findFirst();
    }

    /** The projects that were asked for. */
    List<Served> known() {
        return byName.values().stream().map(Known::served).toList();
    }

    /** Forgets a project, so that the next request sees it anew. */
    void forget(String project) {
        byName.remove(project);
    }

    @EventListener
    void deployed(DeploymentRunner.Deployed event) {
        projects.byId(event.environment().project()).ifPresent(p -> forget(p.name()));
    }

    @EventListener
    void accessChanged(Roles.AccessChanged event) {
        forget(event.project());
    }

    @EventListener
    void connectionChanged(ConnectionPools.Closed event) {
        byName.values().removeIf(k -> k.served.environment.connection().equals(event.connection()));
    }

    @EventListener
    void environmentChanged(Environments.Changed event) {
        forget(event.project());
    }

    @EventListener
    void removing(ProjectRemoving event) {
        forget(event.project().name());
    }
}
