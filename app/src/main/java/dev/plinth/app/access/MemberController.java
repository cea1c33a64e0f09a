package dev.plinth.app.access;

import dev.plinth.app.account.User;
import dev.plinth.app.account.Users;
import dev.plinth.app.project.Author;
import dev.plinth.app.project.Project;
import dev.plinth.app.web.Input;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who belongs to a project. */
@RestController
@RequestMapping("/api/projects/{p}")
class MemberController {
    private final Members members;
    private final Users users;
    private final Roles roles;

    MemberController(Members members, Users users, Roles roles) {
        this.members = members;
        this.users = users;
        this.roles = roles;
    }

    record Body(@Nullable String user, @Nullable String role, @Nullable Boolean build) {}

    @GetMapping("/members")
    List<Members.Member> all(Project project) {
        return members.of(project.id());
    }

    @PutMapping("/members")
    List<Members.Member> replace(
            Project project, @RequestBody List<Body> body, @AuthenticationPrincipal User user) {
        Input input = new Input();
        Set<String> known =
                roles.of(project.id()).stream().map(r -> r.id()).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        List<Members.Member> wanted = new ArrayList<>();
        for (Body member : body) {
            String person = member.user() == null ? "" : member.user();
            String role = member.role() == null ? "" : member.role();
            if (users.byId(person).isEmpty()) {
                input.problem("user", "There is no person \"" + person + "\".", "");
            }
            if (!seen.add(person)) {
                input.problem("user", "A person is named twice.", "Name each person once.");
            }
            if (!role.isEmpty() && !known.contains(role)) {
                input.problem("role", "There is no role \"" + role + "\".", "Name it by its id.");
            }
            wanted.add(new Members.Member(person, role, Boolean.TRUE.equals(member.build())));
        }
        input.check();
        members.replace(project, wanted, Author.of(user));
        return members.of(project.id());
    }
}
