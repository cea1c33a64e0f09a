package dev.plinth.app.deploy;

import dev.plinth.app.connection.ConnectionPools;
import dev.plinth.app.connection.ConnectionPools.Pooled;
import dev.plinth.app.connection.Connections;
import dev.plinth.app.connection.EmbeddedDatabases;
import dev.plinth.app.connection.Reaching;
import dev.plinth.app.connection.Reaching.Reachable;
import dev.plinth.app.project.ProjectRemoving;
import dev.plinth.schema.deploy.Deployer;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.List;

/** The databases behind environments. */
@Component
public class EnvironmentDatabases {
    private final Connections connections;
    private final Reaching reaching;
    private final EmbeddedDatabases embedded;
    private final ConnectionPools pools;
    private final Environments environments;

    EnvironmentDatabases(
            Connections connections,
            Reaching reaching,
            EmbeddedDatabases embedded,
            ConnectionPools pools,
            Environments environments) {
        this.connections = connections;
        this.reaching = reaching;
        this.embedded = embedded;
        this.pools = pools;
        this.environments = environments;
    }

    /** What opens connections to it. */
    public Reachable reachable(Environment environment) {
        return environment.isEmbedded()
                ? embedded.of(environment.id())
                : reaching.of(connections.required(environment.connection()), environment.schema());
    }

    /** The pool that rows are read and written through. */
    public Pooled pool(Environment environment) {
        return pools.of(poolName(environment), environment.schema(), () -> reachable(environment));
    }

    /** What plans and deploys to it. */
    public Deployer deployer(Environment environment) {
        Reachable reachable = reachable(environment);
        return new Deployer(reachable.dialect(), reachable.opening()::getConnection, List.of());
    }

    /** Closes what is open of an environment; its embedded database is put aside. */
    void forget(Environment environment) {
        if (environment.isEmbedded()) {
            pools.forget(poolName(environment));
            embedded.putAside(environment.id());
        }
    }

    @EventListener
    void forgetAll(ProjectRemoving event) {
        environments.of(event.project().id()).forEach(this::forget);
    }

    private static String poolName(Environment environment) {
        return environment.isEmbedded()
                ? Environment.EMBEDDED + " " + environment.id()
                : environment.connection();
    }
}
