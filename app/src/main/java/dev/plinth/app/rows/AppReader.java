package dev.plinth.app.rows;

import dev.plinth.app.rows.AppDescription.AppChoice;
import dev.plinth.app.rows.AppDescription.AppColumn;
import dev.plinth.app.rows.AppDescription.AppOption;
import dev.plinth.app.rows.AppDescription.AppTable;
import dev.plinth.app.rows.AppDescription.AppValidation;
import dev.plinth.app.rows.AppDescription.May;
import dev.plinth.app.rows.AppDescription.ToMany;
import dev.plinth.app.rows.AppDescription.ToOne;
import dev.plinth.data.access.Action;
import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.access.VisibleColumn;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogRelation;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.rule.Rules;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Describes the app of a project as somebody sees it. */
final class AppReader {
    private static final List<String> TITLES =
            List.of("name", "title", "label", "full_name", "number");
    private final VisibleCatalog visible;
    private final Rules rules;

    AppReader(VisibleCatalog visible) {
        this.visible = visible;
        this.rules = Rules.of(visible.catalog());
    }

    AppDescription read(String title) {
        List<AppTable> tables =
                visible.tables(visible.catalog().defaultSchema()).stream()
                        .filter(t -> t.allows(Action.READ))
                        .map(this::table)
                        .toList();
        return new AppDescription(title, tables);
    }

    private AppTable table(VisibleTable seen) {
        CatalogTable table = seen.table();
        Table model = table.model();
        Set<String> names =
                seen.columns().stream().map(VisibleColumn::name).collect(Collectors.toSet());
        List<String> key = table.key().stream().map(CatalogColumn::name).toList();
        List<CatalogRelation> relations = visible.relations(table);
        return new AppTable(
                table.name(),
                model == null ? "" : model.label(),
                table.comment(),
                names.containsAll(key) ? key : List.of(),
                title(seen),
                table.isView(),
                table.isLive() && seesKey(seen),
                new May(
                        seen.allows(Action.CREATE) && !table.isView(),
                        true,
                        seen.allows(Action.UPDATE) && !table.isView(),
                        seen.allows(Action.DELETE) && !table.isView()),
                seen.columns().stream().map(c -> column(seen, c)).toList(),
                relations.stream()
                        .filter(r -> r.holdsKey() && r.junction() == null)
                        .map(this::toOne)
                        .toList(),
                relations.stream()
                        .filter(r -> !r.holdsKey() && r.junction() == null)
                        .map(this::toMany)
                        .toList(),
                rules.of(table).validations().stream()
                        .filter(v -> names.containsAll(v.condition().columns()))
                        .map(
                                v ->
                                        new AppValidation(
                                                v.name(),
                                                v.message(),
                                                v.condition().json(),
                                                List.copyOf(v.condition().columns())))
                        .toList());
    }

    /** Whoever does not see how rows are told apart cannot be told of them. */
    private static boolean seesKey(VisibleTable seen) {
        return seen.table().key().stream()
                .map(column -> seen.column(column.name()))
                .allMatch(column -> column != null && column.mask() == null);
    }

    /** A column with a telling name, else the first short text that is not part of the key. */
    private static @Nullable String title(VisibleTable seen) {
        for (String name : TITLES) {
            if (seen.column(name) != null) {
                return name;
            }
        }
        return seen.columns().stream()
                .filter(c -> !c.column().isKey())
                .filter(c -> c.type() instanceof TextType || c.type() instanceof LongTextType)
                .map(VisibleColumn::name)
                .findFirst()
                .orElse(null);
    }

    private AppColumn column(VisibleTable seen, VisibleColumn visibleColumn) {
        Column column = visibleColumn.column().model();
        boolean writable =
                seen.isOpen(Action.UPDATE, visibleColumn.column())
                        || seen.isOpen(Action.CREATE, visibleColumn.column());
        boolean closed = column.generated() != null || (!writable && seen.allows(Action.UPDATE));
        return new AppColumn(
                column.name(),
                column.label(),
                column.comment(),
                column.type().text(),
                column.required(),
                closed,
                column.identity() != null,
                column.generated() != null,
                filledIn(column.defaultValue()),
                choice(column).orElse(null));
    }

    private static @Nullable Map<String, String> filledIn(@Nullable Default value) {
        return switch (value) {
            case null -> null;
            case Default.Value(String text) -> Map.of("value", text);
            case Default.Now() -> Map.of("function", "now");
            case Default.NewUuid() -> Map.of("function", "uuid");
            case Default.Sql(String text) -> Map.of("sql", text);
        };
    }

    private Optional<AppChoice> choice(Column column) {
        return column.type() instanceof ChoiceType(String id)
                ? visible.catalog()
                        .model()
                        .choice(id)
                        .map(
                                c ->
                                        new AppChoice(
                                                c.options().stream()
                                                        .map(
                                                                o ->
                                                                        new AppOption(
                                                                                o.value(),
                                                                                o.label(),
                                                                                o.color()))
                                                        .toList()))
                : Optional.empty();
    }

    private ToOne toOne(CatalogRelation relation) {
        return new ToOne(
                relation.name(),
                relation(relation.source(), relation.name()).map(Relation::label).orElse(""),
                relation.pairs().stream().map(p -> p.source().name()).toList(),
                relation.target().name(),
                relation.pairs().stream().map(p -> p.target().name()).toList());
    }

    /** Here the source of the catalog's relation is the table that is pointed at. */
    private ToMany toMany(CatalogRelation relation) {
        return new ToMany(
                relation.name(),
                relation(relation.target(), relation.name()).map(Relation::inverseLabel).orElse(""),
                relation.target().name(),
                relation.pairs().stream().map(p -> p.target().name()).toList(),
                relation.pairs().stream().map(p -> p.source().name()).toList());
    }

    private static Optional<Relation> relation(CatalogTable table, String name) {
        Table model = table.model();
        return model == null
                ? Optional.empty()
                : model.relations().stream().filter(r -> r.name().equals(name)).findFirst();
    }
}
