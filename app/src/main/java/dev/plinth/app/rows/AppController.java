package dev.plinth.app.rows;

import dev.plinth.app.account.User;
import dev.plinth.app.project.Project;
import dev.plinth.app.rows.ServedProjects.Served;
import dev.plinth.app.web.Refusal;
import dev.plinth.data.access.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Optional;

/** Tells the browser what the app of a project consists of. */
@RestController
@RequestMapping("/api/projects/{p}")
class AppController {
    private final ServedProjects served;
    private final DataCallers callers;

    AppController(ServedProjects served, DataCallers callers) {
        this.served = served;
        this.callers = callers;
    }

    /** The functions of the database that roles may be let call. */
    @GetMapping("/routines")
    List<RoutineDescription> routines(Project project) {
        return served.named(project.name()).stream()
                .flatMap(s -> s.catalog().schemas().stream().map(s.catalog().routines()::of))
                .flatMap(List::stream)
                .map(RoutineDescription::of)
                .toList();
    }

    /**
     * @param as id of a role, for administrators who want to see what it sees
     */
    @GetMapping("/app")
    AppDescription app(
            Project project,
            @RequestParam(name = "as", required = false) @Nullable String as,
            @AuthenticationPrincipal User user) {
        if (as != null && !user.administrator()) {
            throw Refusal.NOT_ALLOWED.because(
                    "Only administrators see the app as somebody else.", "");
        }
        String title = project.title().isEmpty() ? project.name() : project.title();
        Optional<Served> found = served.named(project.name());
        if (found.isEmpty()) {
            return new AppDescription(title, List.of());
        }
        Caller caller = as == null ? callers.of(user, project) : DataCallers.as(user, as);
        return new AppReader(found.get().access().seenBy(caller)).read(title);
    }
}
