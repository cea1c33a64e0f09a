package dev.plinth.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.check.PortabilityCheck;
import dev.plinth.schema.convert.sketch.IdSource;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.RandomModels;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Seeds;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.plan.ModelSteps;
import dev.plinth.schema.problem.Problem;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What Plinth writes for a database is read again as the model that it was written for. */
class SqlRoundTripTest {
    private static final int MODELS = 60;

    static List<Dialect> dialects() {
        // What is written for Firebird is in blocks that run other statements.
        return Dialects.all().stream().filter(d -> !d.name().equals("firebird")).toList();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void theScriptOfAModelIsTheModel(Dialect dialect) {
        Seeds.each(
                MODELS,
                seed -> {
                    Model model = RandomModels.of(seed);
                    boolean fits =
                            PortabilityCheck.problems(model, dialect).stream()
                                    .noneMatch(Problem::isError);
                    if (fits) {
                        roundTrip(model, dialect);
                    }
                });
    }

    private static void roundTrip(Model model, Dialect dialect) {
        Model lowered = Lowering.lower(model, dialect);
        String script =
                ModelSteps.between(Model.empty(), model, dialect).stream()
                        .flatMap(s -> s.sql().stream())
                        .map(dialect.statements()::ended)
                        .collect(Collectors.joining("\n"));
        Conversion made =
                Conversions.convert("sql:" + dialect.name(), "", script, IdSource.DERIVED);
        Picture picture = new Picture(dialect);
        assertThat(picture.of(Lowering.lower(made.model(), dialect)))
                .as(script)
                .isEqualTo(picture.of(lowered));
        assertThat(made.problems()).as(script).isEmpty();
    }

    /** All that a database has of a model, in words. */
    private record Picture(Dialect dialect) {
        String of(Model model) {
            return model.tables().stream()
                    .map(t -> of(model, t))
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }

        private String of(Model model, Table table) {
            List<String> lines = new ArrayList<>();
            lines.add(table.name() + " '" + comment(table.comment()) + "'");
            table.columns().forEach(c -> lines.add(of(c)));
            lines.add("  key " + table.columnNames(table.keyColumns()) + keyName(table));
            table.uniques().stream().map(u -> of(table, u)).sorted().forEach(lines::add);
            table.indexes().stream().map(i -> of(table, i)).sorted().forEach(lines::add);
            table.checks().stream().map(Picture::of).sorted().forEach(lines::add);
            table.relations().stream().map(r -> of(model, table, r)).sorted().forEach(lines::add);
            return String.join("\n", lines);
        }

        private String comment(String text) {
            return dialect.can(dev.plinth.schema.dialect.Capability.COMMENTS) ? text : "";
        }

        /** MySQL's keys have no names, and a name that says nothing is none. */
        private String keyName(Table table) {
            String name = table.primaryKey() == null ? "" : table.primaryKey().name();
            boolean usual =
                    dialect.names().open() == '`' || name.equals(table.name().name() + "_pkey");
            return usual ? "" : " " + name;
        }

        private String of(Column column) {
            return "  "
                    + column.name()
                    + " "
                    + dialect.types().sql(column.type())
                    + (column.required() ? " required" : "")
                    + " "
                    + value(column)
                    + " "
                    + column.identity()
                    + " "
                    + column.generated()
                    + " '"
                    + comment(column.comment())
                    + "'";
        }

        private String value(Column column) {
            return column.defaultValue() instanceof Default.Value(String text)
                    ? dialect.types().literal(column.type(), text)
                    : String.valueOf(column.defaultValue());
        }

        private static String of(Table table, UniqueKey key) {
            return "  unique "
                    + key.name()
                    + table.columnNames(key.columns())
                    + key.nullsDistinct()
                    + key.deferral();
        }

        private static String of(Table table, Index index) {
            return "  index "
                    + index.name()
                    + index.unique()
                    + index.where()
                    + index.method()
                    + table.columnNames(index.included())
                    + index.parts().stream()
                            .map(
                                    p ->
                                            (p.isColumn()
                                                            ? table.columnName(p.column())
                                                            : p.expression())
                                                    + p.descending())
                            .toList();
        }

        private static String of(Check check) {
            return "  check " + check.name() + " " + check.expression().text();
        }

        private static String of(Model model, Table table, Relation relation) {
            Table target = model.table(relation.target()).orElseThrow();
            return "  relation "
                    + relation.name()
                    + table.columnNames(relation.columns())
                    + target.name()
                    + target.columnNames(relation.targetColumns())
                    + relation.onDelete()
                    + relation.onUpdate()
                    + relation.deferral();
        }
    }
}
