package dev.plinth.app.design;

import dev.plinth.app.project.ModelStore;
import dev.plinth.app.project.Project;
import dev.plinth.schema.convert.Exports;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The model in the languages of other tools. */
@RestController
class ExportController {
    private final ModelStore models;

    ExportController(ModelStore models) {
        this.models = models;
    }

    record Export(String as, String text) {}

    @GetMapping("/api/projects/{p}/export")
    Export export(Project project, @RequestParam String as) {
        return new Export(as, Exports.write(models.current(project.id()).model(), as));
    }
}
