package dev.plinth.app.access;

import dev.plinth.app.project.Project;
import dev.plinth.app.store.AuditTrail;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;

/** Who did what: for builders that of their project, for administrators all of it. */
@RestController
class AuditController {
    private static final int NEWEST = 1000;
    private final AuditTrail audit;

    AuditController(AuditTrail audit) {
        this.audit = audit;
    }

    record Line(long number, Instant at, String by, String action, String subject) {
        static Line of(AuditTrail.Entry entry) {
            return new Line(
                    entry.sequence(),
                    entry.at(),
                    entry.actorName(),
                    entry.action(),
                    entry.target());
        }
    }

    /**
     * @param firstBroken the number of the first entry that somebody altered or removed; null when
     *     all is as it was written
     */
    record Verified(boolean intact, @Nullable Long firstBroken) {}

    @GetMapping("/api/projects/{p}/audit")
    List<Line> ofProject(Project project) {
        return audit.newest(project.id(), NEWEST).stream().map(Line::of).toList();
    }

    @GetMapping("/api/audit")
    List<Line> all() {
        return audit.newest(NEWEST).stream().map(Line::of).toList();
    }

    @GetMapping("/api/audit/verification")
    Verified verify() {
        Long broken = audit.firstBroken().orElse(null);
        return new Verified(broken == null, broken);
    }
}
