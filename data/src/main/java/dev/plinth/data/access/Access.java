package dev.plinth.data.access;

import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.schema.expression.Checked;
import dev.plinth.schema.expression.Expressions;
import dev.plinth.schema.expression.Scope;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.problem.PlinthException;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The roles of a project over one catalog. Built once for both, then shared. */
public final class Access {
    private final Catalog catalog;

    /** By role id, then table. */
    private final Map<String, Map<CatalogTable, List<Opened>>> roles = new HashMap<>();

    private final Map<String, Set<String>> routines = new HashMap<>();
    private final Map<Set<String>, VisibleCatalog> byRoles = new ConcurrentHashMap<>();
    private final VisibleCatalog everything;

    /** What one grant opens. */
    private record Opened(Action action, Permit permit) {}

    private Access(Catalog catalog, List<Role> roles) {
        this.catalog = catalog;
        for (Role role : roles) {
            Map<CatalogTable, List<Opened>> opened = new HashMap<>();
            for (Grant grant : role.grants()) {
                CatalogTable table = catalog.tableById(grant.table());
                if (table != null) {
                    opened.computeIfAbsent(table, t -> new ArrayList<>())
                            .addAll(open(role, table, grant));
                }
            }
            this.roles.put(role.id(), opened);
            routines.put(role.id(), role.routines());
        }
        this.everything = VisibleCatalog.everything(catalog);
    }

    /**
     * Reads the grants of roles.
     *
     * @throws PlinthException when a condition is not right, with every problem
     */
    public static Access of(Catalog catalog, List<Role> roles) {
        return new Access(catalog, roles);
    }

    /** The catalog as a caller sees it. */
    public VisibleCatalog seenBy(Caller caller) {
        return caller.administrator()
                ? everything
                : byRoles.computeIfAbsent(caller.roles(), this::union);
    }

    private VisibleCatalog union(Set<String> roleIds) {
        Map<CatalogTable, Map<Action, List<Permit>>> permits = new HashMap<>();
        for (String role : roleIds) {
            roles.getOrDefault(role, Map.of())
                    .forEach(
                            (table, opened) -> {
                                for (Opened o : opened) {
                                    permits.computeIfAbsent(table, t -> new EnumMap<>(Action.class))
                                            .computeIfAbsent(o.action(), a -> new ArrayList<>())
                                            .add(o.permit());
                                }
                            });
        }
        Set<String> open = new HashSet<>();
        roleIds.forEach(role -> open.addAll(routines.getOrDefault(role, Set.of())));
        Map<CatalogTable, VisibleTable> tables = new HashMap<>();
        permits.forEach(
                (table, byAction) ->
                        tables.put(table, new VisibleTable(table, byAction, open::contains)));
        return new VisibleCatalog(catalog, tables, open::contains);
    }

    private static List<Opened> open(Role role, CatalogTable table, Grant grant) {
        RowCondition condition =
                grant.condition() == null ? null : condition(role, table, grant.condition());
        Set<CatalogColumn> hidden = columns(table, grant.hiddenColumns());
        Set<CatalogColumn> closed = new HashSet<>(hidden);
        closed.addAll(columns(table, grant.readOnlyColumns()));
        List<Opened> opened = new ArrayList<>();
        for (Action action : grant.actions()) {
            boolean writes = action == Action.CREATE || action == Action.UPDATE;
            opened.add(new Opened(action, new Permit(writes ? closed : hidden, condition)));
        }
        return opened;
    }

    private static Set<CatalogColumn> columns(CatalogTable table, Set<String> ids) {
        Set<CatalogColumn> columns = new HashSet<>();
        for (CatalogColumn column : table.columns()) {
            if (ids.contains(column.id())) {
                columns.add(column);
            }
        }
        return columns;
    }

    private static RowCondition condition(Role role, CatalogTable table, Expression expression) {
        String path = "roles/" + role.name() + "/" + table.title();
        if (expression.language() != Expression.Language.CEL) {
            throw PlinthException.of(
                    "A101",
                    path,
                    "The condition of a grant is written in SQL.",
                    "Write it in CEL, so that it holds on every database.");
        }
        Scope scope =
                Scope.of(table.name(), table.columns().stream().map(CatalogColumn::model).toList())
                        .withUser();
        Checked checked = Expressions.condition(expression.text(), scope, path);
        return new RowCondition(checked.orThrow(), path);
    }
}
