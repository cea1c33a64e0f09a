package dev.plinth.app.deploy;

import com.fasterxml.jackson.annotation.JsonRawValue;

import dev.plinth.app.project.Project;
import dev.plinth.schema.diff.Kept;
import dev.plinth.schema.document.ModelJson;

import org.jspecify.annotations.Nullable;
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
     * @param obstacle why it does not: keyLost or leftBehind
     * @param origin the document of the table that it was, or was part of: of a column, with the
     *     key of its rows and itself alone
     * @param column id of the column
     */
    record Answer(
            int number,
            String kind,
            String title,
            String since,
            String place,
            boolean returnable,
            @Nullable String obstacle,
            @JsonRawValue String origin,
            @Nullable String column) {
        static Answer of(Kept kept) {
            return new Answer(
                    kept.number(),
                    kept.isTable() ? "table" : "column",
                    kept.title(),
                    kept.since(),
                    kept.place().toString(),
                    kept.returnable(),
                    obstacle(kept.outlook()),
                    ModelJson.writeTable(kept.origin()),
                    kept.isTable() ? null : kept.column());
        }

        private static @Nullable String obstacle(Kept.Outlook outlook) {
            return switch (outlook) {
                case RETURNS -> null;
                case KEY_LOST -> "keyLost";
                case LEFT_BEHIND -> "leftBehind";
            };
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
