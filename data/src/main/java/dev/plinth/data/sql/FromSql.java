package dev.plinth.data.sql;

import dev.plinth.data.access.RowRule;
import dev.plinth.data.access.VisibleColumn;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogRelation.Junction;
import dev.plinth.data.catalog.CatalogRelation.Pair;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.Embed;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.plan.SortKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Joins tables and says which of their rows are meant. */
final class FromSql {
    private final Draft draft;
    private final ValueSql values;
    private final ConditionSql conditions;
    private final Map<Embed, Sql> joined = new IdentityHashMap<>();

    FromSql(Draft draft, ValueSql values, ConditionSql conditions) {
        this.draft = draft;
        this.values = values;
        this.conditions = conditions;
    }

    /** The alias of an embed that was joined. */
    @Nullable Sql alias(Embed embed) {
        return joined.get(embed);
    }

    /** The joins of a node's to-one embeds, as far as anything is read from them. */
    Sql joins(ReadNode node, Sql alias) {
        Scope scope = new Scope(node.table(), alias);
        List<Sql> all = new ArrayList<>();
        for (Embed embed : node.embeds()) {
            if (embed.isJoined() && isRead(node, embed)) {
                all.add(join(embed, scope));
            }
        }
        return Sql.joined(Sql.NOTHING, all);
    }

    private static boolean isRead(ReadNode node, Embed embed) {
        return embed.isShown()
                || embed.inner()
                || node.order().stream().map(SortKey::embed).anyMatch(e -> e == embed);
    }

    private Sql join(Embed embed, Scope source) {
        ReadNode node = embed.node();
        Scope target = new Scope(node.table(), draft.alias());
        joined.put(embed, target.alias());
        if (embed.relation().function() != null) {
            return joinComputed(embed, source, target);
        }
        Sql below = joins(node, target.alias());
        Sql table = below.isEmpty() ? target.named() : target.named().plus(below).inBrackets();
        return (embed.inner() ? Sql.of(" INNER JOIN ") : Sql.of(" LEFT JOIN "))
                .plus(table)
                .plus(" ON ")
                .plus(agree(embed.relation().pairs(), source, target))
                .plus(" AND ")
                .plus(where(node, target.alias()));
    }

    /** Only databases that have such functions have relations of this kind, and LATERAL too. */
    private Sql joinComputed(Embed embed, Scope source, Scope target) {
        Sql below = joins(embed.node(), target.alias());
        return (embed.inner() ? Sql.of(" INNER JOIN LATERAL ") : Sql.of(" LEFT JOIN LATERAL "))
                .plus(computed(embed, source.alias(), target.alias()))
                .plus(" ON ")
                .plus(where(embed.node(), target.alias()))
                .plus(below);
    }

    private static Sql computed(Embed embed, Sql source, Sql target) {
        return Sql.computed(Objects.requireNonNull(embed.relation().function()), source)
                .plus(" ")
                .plus(target);
    }

    /** The rows that a function computes of each row of the source. */
    Sql computedRows(Embed embed, Sql source, Sql target) {
        return Sql.table(embed.relation().source())
                .plus(" ")
                .plus(source)
                .plus(" CROSS JOIN LATERAL ")
                .plus(computed(embed, source, target));
    }

    /** The rows of a node that are meant: those the caller may see, and the request asks for. */
    Sql where(ReadNode node, Sql alias) {
        Scope scope = new Scope(node.table(), alias);
        List<Sql> all = new ArrayList<>();
        RowRule rule = node.table().readRule();
        if (rule != null) {
            all.add(draft.rule(rule, alias));
        }
        all.add(conditions.say(node.filter(), alias, e -> related(e, scope)).inBrackets());
        for (Embed embed : node.embeds()) {
            if (embed.inner() && !joined.containsKey(embed)) {
                all.add(exists(embed, scope));
            }
        }
        return Sql.joined(Sql.of(" AND "), all);
    }

    /** The rows that a write asks for: those the caller may see, of which the conditions hold. */
    Sql asked(ReadNode node, Sql alias) {
        Scope scope = new Scope(node.table(), alias);
        RowRule rule = node.table().readRule();
        Sql asked = conditions.say(node.filter(), alias, e -> related(e, scope)).inBrackets();
        return rule == null ? asked : draft.rule(rule, alias).plus(" AND ").plus(asked);
    }

    private Sql related(Embed embed, Scope source) {
        Sql alias = joined.get(embed);
        return alias == null ? exists(embed, source) : presence(embed, alias).plus(" IS NOT NULL");
    }

    /** A column of a joined embed that is NULL exactly when there is no related row. */
    Sql presence(Embed embed, Sql alias) {
        return column(presence(embed), new Scope(embed.node().table(), alias));
    }

    static CatalogColumn presence(Embed embed) {
        CatalogTable target = embed.relation().target();
        return !embed.relation().pairs().isEmpty()
                ? embed.relation().pairs().getFirst().target()
                : target.key().isEmpty()
                        ? target.columns().iterator().next()
                        : target.key().getFirst();
    }

    private Sql exists(Embed embed, Scope source) {
        Scope target = new Scope(embed.node().table(), draft.alias());
        if (embed.relation().function() != null) {
            return Sql.of("EXISTS (SELECT 1 FROM ")
                    .plus(computed(embed, source.alias(), target.alias()))
                    .plus(" WHERE ")
                    .plus(where(embed.node(), target.alias()))
                    .plus(")");
        }
        Scope between = between(embed);
        return Sql.of("EXISTS (SELECT 1 FROM ")
                .plus(rows(embed, between, target))
                .plus(" WHERE ")
                .plus(agree(inward(embed), source, between == null ? target : between))
                .plus(between == null ? Sql.NOTHING : rule(between))
                .plus(" AND ")
                .plus(where(embed.node(), target.alias()))
                .plus(")");
    }

    /** The junction table of an embed, by an alias of its own. */
    @Nullable Scope between(Embed embed) {
        return embed.junction() == null ? null : new Scope(embed.junction(), draft.alias());
    }

    /** The target's rows of an embed, with those of the junction table that lead to them. */
    Sql rows(Embed embed, @Nullable Scope between, Scope target) {
        Junction junction = embed.relation().junction();
        return junction == null || between == null
                ? target.named()
                : between.named()
                        .plus(" INNER JOIN ")
                        .plus(target.named())
                        .plus(" ON ")
                        .plus(agree(junction.out(), between, target));
    }

    /** The columns that agree between the source and what is next to it. */
    static List<Pair> inward(Embed embed) {
        Junction junction = embed.relation().junction();
        return junction == null ? embed.relation().pairs() : junction.in();
    }

    /** The columns that say to which row of the source related rows belong. */
    static List<CatalogColumn> keyColumns(Embed embed) {
        return embed.relation().function() != null
                ? embed.relation().sourceColumns()
                : inward(embed).stream().map(Pair::target).toList();
    }

    /** The rule on the rows of a junction table, after an AND. */
    Sql rule(Scope scope) {
        RowRule rule = scope.table().readRule();
        return rule == null ? Sql.NOTHING : Sql.of(" AND ").plus(draft.rule(rule, scope.alias()));
    }

    private Sql agree(List<Pair> pairs, Scope source, Scope target) {
        List<Sql> all = new ArrayList<>();
        for (Pair pair : pairs) {
            all.add(column(pair.source(), source).plus(" = ").plus(column(pair.target(), target)));
        }
        return Sql.joined(Sql.of(" AND "), all);
    }

    /**
     * A column by which rows are related, as far as the caller may see it. One that they never see
     * is part of a key that nobody is shown.
     */
    Sql column(CatalogColumn column, Scope scope) {
        VisibleColumn visible = scope.table().column(column.name());
        return visible == null
                ? Sql.column(column, scope.alias())
                : values.column(visible, scope.alias());
    }
}
