package dev.plinth.data.description;

import static dev.plinth.data.description.TypeText.literal;

import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.access.VisibleColumn;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogRoutine;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.schema.dialect.Routine;
import dev.plinth.schema.dialect.Routine.Kind;
import dev.plinth.schema.model.TableName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions of a schema as TypeScript. */
final class TypeScriptRoutines {
    private final VisibleCatalog catalog;
    private final TypeText out;
    private final String schema;
    private final TypeScriptTypes types;

    TypeScriptRoutines(VisibleCatalog catalog, TypeText out, String schema, TypeScriptTypes types) {
        this.catalog = catalog;
        this.out = out;
        this.schema = schema;
        this.types = types;
    }

    void write() {
        Map<String, List<Runnable>> all = new LinkedHashMap<>();
        for (CatalogRoutine routine : catalog.routines(schema)) {
            VisibleTable given = catalog.given(routine);
            if (given != null) {
                all.computeIfAbsent(routine.name(), n -> new ArrayList<>())
                        .add(() -> routine(routine, given));
            }
        }
        all.forEach(out::union);
    }

    private void routine(CatalogRoutine routine, VisibleTable given) {
        if (routine.model().parameters().isEmpty()) {
            out.member("Args", false, "never");
        } else {
            out.object("Args", () -> arguments(routine.model()));
        }
        if (!hasColumnsOfItsOwn(routine)) {
            out.member("Returns", false, value(routine));
        } else {
            out.object("Returns", () -> row(given), isList(routine));
        }
        CatalogTable rows = routine.rows();
        if (isOfTable(routine)) {
            out.object(
                    "SetofOptions",
                    () -> {
                        VisibleTable of = rowOf(routine.model());
                        out.member("from", false, literal(of == null ? "*" : of.table().name()));
                        out.member("to", false, literal(rows.name()));
                        boolean isOne = !isList(routine);
                        out.member("isOneToOne", false, Boolean.toString(isOne));
                        String isMany = Boolean.toString(routine.isOfMany());
                        out.member("isSetofReturn", false, isMany);
                    });
        }
    }

    private void arguments(Routine routine) {
        VisibleTable row = rowOf(routine);
        for (Routine.Parameter parameter : routine.parameters()) {
            String type =
                    row == null
                            ? types.of(parameter.type(), true)
                            : types.part(kind(row.table()), row.table().name()) + "[\"Row\"]";
            // By an argument without a name clients know that a column is computed.
            String name = row == null ? parameter.name() : "";
            out.member(name, !parameter.required(), type);
        }
    }

    private @Nullable VisibleTable rowOf(Routine routine) {
        TableName table = routine.rowOf();
        return table == null
                ? null
                : catalog.tables(schema).stream()
                        .filter(t -> t.table().modelName().equals(table))
                        .findFirst()
                        .orElse(null);
    }

    /** Rows of a table of this schema, by whose name clients know them. */
    private boolean isOfTable(CatalogRoutine routine) {
        CatalogTable rows = routine.rows();
        return !routine.isOfValues()
                && !routine.isOfNothing()
                && rows.schema().equals(schema)
                && catalog.catalog().tableById(rows.id()) == rows;
    }

    private boolean hasColumnsOfItsOwn(CatalogRoutine routine) {
        return !routine.isOfValues() && !routine.isOfNothing() && !isOfTable(routine);
    }

    /** Clients make a list of one row at most themselves. */
    private static boolean isList(CatalogRoutine routine) {
        return routine.isOfMany() && !routine.model().result().isOneAtMost();
    }

    private String value(CatalogRoutine routine) {
        Routine.Result result = routine.model().result();
        if (routine.isOfNothing()) {
            return "undefined";
        }
        if (isOfTable(routine)) {
            CatalogTable rows = routine.rows();
            String row = types.part(kind(rows), rows.name()) + "[\"Row\"]";
            return isList(routine) ? row + "[]" : row;
        }
        String one =
                result.kind() == Kind.ROWS
                        ? "Record<string, unknown>"
                        : result.mediaType().isEmpty() ? types.of(result.type(), true) : "unknown";
        return routine.isOfMany() ? "(" + one + ")[]" : one;
    }

    private void row(VisibleTable given) {
        for (VisibleColumn column : given.columns()) {
            boolean mayBeNull = !column.column().model().required() || column.mask() != null;
            out.member(column.name(), false, types.of(column.column(), mayBeNull));
        }
    }

    private static String kind(CatalogTable table) {
        return table.isView() ? "Views" : "Tables";
    }
}
