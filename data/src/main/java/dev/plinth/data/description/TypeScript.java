package dev.plinth.data.description;

import static dev.plinth.data.description.TypeText.literal;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.access.VisibleColumn;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.Cardinality;
import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogRelation;
import dev.plinth.data.catalog.CatalogRelation.Pair;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The tables and functions as the types of a TypeScript program, in the form that supabase-js has
 * for them (tried with 2.109).
 */
public final class TypeScript {
    private static final String HEAD =
            """
            // Made by Plinth; what is not open to who asked for it is not here.
            //
            // Numbers keep every digit on their way. JavaScript rounds those beyond 2^53 and decimals
            // of more than 15 digits while it reads them: select them as text (`total::text`) where
            // that matters.

            export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

            export type Database =\
            """;

    /** What supabase-js calls a schema when nothing is said; where there is one, it is meant. */
    private static final String USUAL = "public";

    /** By the newer ones supabase-js knows that max-affected and spread lists are there. */
    private static final String VERSION = "13.0.0";

    private static final String FOOT =
            """


            type Public = Database[%s]

            /** A row as it is read. */
            export type Tables<Name extends keyof (Public["Tables"] & Public["Views"])> =
              (Public["Tables"] & Public["Views"])[Name] extends { Row: infer Row } ? Row : never

            /** A row as it is made. */
            export type TablesInsert<Name extends keyof Public["Tables"]> = Public["Tables"][Name]["Insert"]

            /** A row as it is changed. */
            export type TablesUpdate<Name extends keyof Public["Tables"]> = Public["Tables"][Name]["Update"]

            export type Enums<Name extends keyof Public["Enums"]> = Public["Enums"][Name]
            """;

    private final VisibleCatalog catalog;
    private final TypeText out;
    private final String schema;
    private final List<VisibleTable> tables;
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final TypeScriptTypes types;

    private TypeScript(VisibleCatalog catalog, TypeText out, String schema) {
        this.catalog = catalog;
        this.out = out;
        this.schema = schema;
        this.tables = catalog.tables(schema);
        this.types =
                new TypeScriptTypes(catalog.catalog().model(), shown(catalog.catalog(), schema));
        tables.forEach(t -> keys.put(t.table().name(), t.table().name()));
    }

    /** All schemas, as the text of a file. */
    public static byte[] of(VisibleCatalog catalog) {
        TypeText out = new TypeText().plain(HEAD).plain(" ");
        out.object(
                () -> {
                    out.object(
                            "__InternalSupabase",
                            () -> out.member("PostgrestVersion", false, literal(VERSION)));
                    for (String schema : catalog.catalog().schemas()) {
                        out.object(
                                shown(catalog.catalog(), schema),
                                new TypeScript(catalog, out, schema)::write);
                    }
                });
        out.plain(
                FOOT.formatted(
                        literal(shown(catalog.catalog(), catalog.catalog().defaultSchema()))));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String shown(Catalog catalog, String schema) {
        return catalog.schemas().size() == 1 ? USUAL : schema;
    }

    private void write() {
        out.object("Tables", () -> tables(false));
        out.object("Views", () -> tables(true));
        out.object("Functions", new TypeScriptRoutines(catalog, out, schema, types)::write);
        out.object(
                "Enums",
                () -> types.choices().forEach((name, values) -> out.member(name, false, values)));
        out.object("CompositeTypes", () -> {});
    }

    private void tables(boolean views) {
        for (VisibleTable table : tables) {
            if (table.table().isView() == views) {
                out.comment(table.table().comment());
                out.object(table.table().name(), () -> table(table));
            }
        }
    }

    private void table(VisibleTable table) {
        TableSchema rows = new TableSchema(catalog, table, keys);
        out.object("Row", () -> row(table, rows));
        boolean isView = table.table().isView();
        written("Insert", table, Action.CREATE, rows, column -> isView || !column.mustBeGiven());
        written("Update", table, Action.UPDATE, rows, column -> true);
        out.tuple("Relationships", relations(table));
    }

    private void row(VisibleTable table, TableSchema rows) {
        for (VisibleColumn column : table.columns()) {
            out.comment(column.column().model().comment());
            boolean mayBeNull = rows.mayBeNull(column.column());
            out.member(column.name(), false, types.of(column.column(), mayBeNull));
        }
        for (CatalogColumn computed : table.table().computed()) {
            if (table.column(computed.name()) != null) {
                out.member(computed.name(), false, types.of(computed, true));
            }
        }
    }

    private void written(
            String name,
            VisibleTable table,
            Action action,
            TableSchema rows,
            Predicate<CatalogColumn> optional) {
        if (!table.allows(action)) {
            // Of a view that cannot be written these are not there.
            if (!table.table().isView()) {
                out.member(name, false, "never");
            }
            return;
        }
        out.object(
                name,
                () -> {
                    for (CatalogColumn column : table.table().columns()) {
                        if (rows.fills(action, column)) {
                            out.member(
                                    column.name(),
                                    optional.test(column),
                                    types.of(column, !column.model().required()));
                        }
                    }
                    rows.related().forEach(this::nested);
                });
    }

    private void nested(String name, TableSchema.Related related) {
        String table = types.part("Tables", related.key());
        String row = "%s[\"Insert\"] | %s[\"Update\"]".formatted(table, table);
        out.member(name, true, related.isOne() ? row : "(" + row + ")[]");
    }

    /** By these all ways between tables are known, from either side and through a table between. */
    private List<String> relations(VisibleTable table) {
        return catalog.relations(table.table()).stream()
                .filter(r -> r.holdsKey() && r.junction() == null && r.function() == null)
                .filter(r -> r.target().schema().equals(schema))
                .map(TypeScript::relation)
                .toList();
    }

    private static String relation(CatalogRelation relation) {
        return ("{ foreignKeyName: %s; columns: %s; isOneToOne: %s; referencedRelation: %s;"
                        + " referencedColumns: %s }")
                .formatted(
                        literal(relation.name()),
                        names(relation, Pair::source),
                        relation.cardinality() == Cardinality.ONE_TO_ONE,
                        literal(relation.target().name()),
                        names(relation, Pair::target));
    }

    private static String names(CatalogRelation relation, Function<Pair, CatalogColumn> side) {
        List<String> names =
                relation.pairs().stream().map(p -> literal(side.apply(p).name())).toList();
        return "[" + String.join(", ", names) + "]";
    }
}
