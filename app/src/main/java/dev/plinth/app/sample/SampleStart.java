package dev.plinth.app.sample;

import dev.plinth.app.access.Roles;
import dev.plinth.app.deploy.DeploymentRunner;
import dev.plinth.app.deploy.Environment;
import dev.plinth.app.deploy.EnvironmentDatabases;
import dev.plinth.app.deploy.Environments;
import dev.plinth.app.project.Author;
import dev.plinth.app.project.ModelStore;
import dev.plinth.app.project.Project;
import dev.plinth.app.project.ProjectStart;
import dev.plinth.data.access.Action;
import dev.plinth.data.access.Grant;
import dev.plinth.data.access.Role;
import dev.plinth.schema.deploy.Faults;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Ids;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** A shop with some thousand rows in the embedded database, ready to be used. */
@Component
class SampleStart implements ProjectStart {
    private final ModelStore models;
    private final Environments environments;
    private final EnvironmentDatabases databases;
    private final DeploymentRunner deployments;
    private final Roles roles;

    SampleStart(
            ModelStore models,
            Environments environments,
            EnvironmentDatabases databases,
            DeploymentRunner deployments,
            Roles roles) {
        this.models = models;
        this.environments = environments;
        this.databases = databases;
        this.deployments = deployments;
        this.roles = roles;
    }

    @Override
    public String kind() {
        return "sample";
    }

    @Override
    public void start(Project project, Wanted wanted, Author author) {
        Model model = ShopModel.read();
        models.save(project.id(), 0, model, "Sample shop", author);
        Environment environment =
                new Environment(
                        Ids.fresh(), project.id(), "sample", "", List.of(), true, null, null);
        environments.add(project, environment, author);
        deployments.deployNow(project, environment, author);
        fill(environment, model);
        roles.put(project, sales(model), author);
        roles.put(project, germany(model), author);
    }

    private void fill(Environment environment, Model model) {
        var reachable = databases.reachable(environment);
        try (Connection connection = reachable.opening().getConnection()) {
            new RowLoader(connection, reachable.dialect(), model).load(ShopRows.all());
        } catch (SQLException e) {
            throw Faults.reading(reachable.dialect(), e);
        }
    }

    /** May work on orders and customers, and look at everything else. */
    private static Role sales(Model model) {
        Set<String> own = Set.of("customers", "orders", "order_items");
        List<Grant> grants =
                model.tables().stream()
                        .map(
                                t ->
                                        own.contains(t.name().name())
                                                ? Grant.all(t.id())
                                                : reading(t, Set.of(), null))
                        .toList();
        return new Role(Ids.fresh(), "sales", "Sales", grants);
    }

    /** Sees the customers of one country, without what was noted about them. */
    private static Role germany(Model model) {
        Table customers = table(model, "customers");
        Set<String> notes = Set.of(customers.columnNamed("notes").orElseThrow().id());
        return new Role(
                Ids.fresh(),
                "support_de",
                "Support for Germany",
                List.of(
                        reading(customers, notes, Expression.cel("country == 'DE'")),
                        reading(table(model, "products"), Set.of(), null),
                        reading(table(model, "categories"), Set.of(), null)));
    }

    private static Table table(Model model, String name) {
        return model.tableNamed(TableName.of(name)).orElseThrow();
    }

    private static Grant reading(Table table, Set<String> hidden, @Nullable Expression condition) {
        return new Grant(table.id(), Set.of(Action.READ), hidden, Set.of(), condition);
    }
}
