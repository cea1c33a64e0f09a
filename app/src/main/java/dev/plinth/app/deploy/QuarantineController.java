package dev.plinth.app.deploy;

import dev.plinth.app.project.Project;
import dev.plinth.schema.diff.Kept;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** What deployments dropped and an environment's database still keeps. */
@RestController
@RequestMapping("/api/projects/{p}/environments/{e}/kept")
class QuarantineController {
    private final Environments environments;
    private final EnvironmentDatabases databases;

    QuarantineController(Environments environments, EnvironmentDatabases databases) {
        this.environments = environments;
        this.databases = databases;
    }

    /**
     * @param kind table or column
     * @param title what it was called
     * @param place the table that holds it now
     * @param returnable whether it comes back with a model that wants it
     */
    record Answer(
            int number, String kind, String title, String since, String place, boolean returnable) {
        static Answer of(Kept kept) {
            return new Answer(
                    kept.number(),
                    kept.isTable() ? "table" : "column",
                    kept.title(),
                    kept.since(),
                    kept.place().toString(),
                    kept.returnable());
        }
    }

    @GetMapping
    List<Answer> all(Project project, @PathVariable String e) {
        DeploymentRunner.refuseAttached(project);
        return databases.deployer(environments.required(project, e)).kept().stream()
                .map(Answer::of)
                .toList();
    }

    @DeleteMapping("/{n}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void purge(Project project, @PathVariable String e, @PathVariable int n) {
        DeploymentRunner.refuseAttached(project);
        databases.deployer(environments.required(project, e)).purge(List.of(n));
    }
}
