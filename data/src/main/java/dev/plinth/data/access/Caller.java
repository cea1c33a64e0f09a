package dev.plinth.data.access;

import dev.plinth.schema.expression.Given;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Who a request comes from.
 *
 * @param id of the user; empty for nobody in particular
 * @param roles ids; together they allow what any of them allows
 * @param administrator may do everything
 * @param anonymous did not say who they are
 */
public record Caller(
        String id,
        String email,
        String name,
        Set<String> roles,
        boolean administrator,
        boolean anonymous) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Somebody who may do everything. */
    public static Caller administrator(String id, String email, String name) {
        return new Caller(id, email, name, Set.of(), true, false);
    }

    /** Somebody with roles. */
    public static Caller user(String id, String email, String name, Set<String> roles) {
        return new Caller(id, email, name, roles, false, false);
    }

    /** Nobody in particular, with the roles that everybody has. */
    public static Caller anonymous(Set<String> roles) {
        return new Caller("", "", "", roles, false, true);
    }

    /** What conditions may name. */
    public Map<String, Object> variables() {
        return Map.of("user.id", id, "user.email", email, "user.name", name);
    }

    /** What conditions are told of a caller, and of no row. */
    public Given given() {
        return new Given(Map.of(), Map.of(), variables(), Instant.now());
    }
}
