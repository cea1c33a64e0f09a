package dev.plinth.app.rows;

import dev.plinth.app.access.ApiKeys;
import dev.plinth.app.access.Members;
import dev.plinth.app.access.Roles;
import dev.plinth.app.account.Authenticator;
import dev.plinth.app.account.User;
import dev.plinth.app.project.Project;
import dev.plinth.app.settings.Attached;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.Role;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells in which roles a request for rows comes. */
@Component
class DataCallers {
    private static final String EVERYTHING = "admin";
    private static final String BEARER = "bearer ";

    /** The id of a role: an administrator sees the rows as somebody in that role does. */
    private static final String AS = "X-Plinth-As";

    private final Authenticator authenticator;
    private final ApiKeys keys;
    private final Members members;
    private final Roles roles;
    private final ServedProjects served;

    DataCallers(
            Authenticator authenticator,
            ApiKeys keys,
            Members members,
            Roles roles,
            ServedProjects served) {
        this.authenticator = authenticator;
        this.keys = keys;
        this.members = members;
        this.roles = roles;
        this.served = served;
    }

    /** Why a request gets no further, in the words of the data API. */
    static final class UnknownKey extends RuntimeException {
        UnknownKey() {
            super("the key is not known");
        }
    }

    /** A browser's session counts for writing only with the proof that the page is our own. */
    Caller caller(HttpServletRequest request, Project project, boolean writes) {
        Optional<String> secret = secret(request);
        if (secret.isPresent()) {
            ApiKeys.ApiKey key =
                    keys.verified(project.id(), secret.get()).orElseThrow(UnknownKey::new);
            return new Caller(key.id(), "", key.name(), Set.of(key.role()), false, false);
        }
        Optional<User> user = authenticator.user(request);
        if (user.isPresent() && (!writes || authenticator.isOwnPage(request))) {
            String as = request.getHeader(AS);
            return as != null && user.get().administrator()
                    ? as(user.get(), as)
                    : of(user.get(), project);
        }
        return anonymous(project);
    }

    /** An administrator who gave up all rights but those of one role. */
    static Caller as(User administrator, String role) {
        return Caller.user(
                administrator.id(), administrator.email(), administrator.name(), Set.of(role));
    }

    /** A person in the role that he or she has in the project. */
    Caller of(User user, Project project) {
        if (user.administrator()) {
            return Caller.administrator(user.id(), user.email(), user.name());
        }
        Set<String> own =
                members.of(project.id(), user.id())
                        .filter(m -> !m.role().isEmpty())
                        .map(m -> Set.of(m.role()))
                        .orElse(Set.of());
        return Caller.user(user.id(), user.email(), user.name(), own);
    }

    private Caller anonymous(Project project) {
        Optional<String> role = served.attached(project.name()).flatMap(Attached::anonymous);
        if (role.isPresent() && role.get().equals(EVERYTHING)) {
            return new Caller("", "", "", Set.of(), true, true);
        }
        return Caller.anonymous(
                role.map(
                                name ->
                                        roles.of(project.id()).stream()
                                                .filter(r -> r.name().equals(name))
                                                .map(Role::id)
                                                .collect(Collectors.toSet()))
                        .orElse(Set.of()));
    }

    private static Optional<String> secret(HttpServletRequest request) {
        String key = request.getHeader("apikey");
        if (key != null && !key.isBlank()) {
            return Optional.of(key.strip());
        }
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Optional.of(authorization.substring(BEARER.length()).strip());
        }
        return Optional.empty();
    }
}
