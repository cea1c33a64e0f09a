package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.TextType;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Tables of PostgreSQL that have what others have. */
class HeirsTest {
    private static final String[] FAMILY = {
        "CREATE TABLE elder (id int PRIMARY KEY, name varchar(9) NOT NULL, gone text,"
                + " CONSTRAINT named CHECK (name <> ''))",
        "CREATE TABLE heir (own date, gone text) INHERITS (elder)",
        "CREATE TABLE late (more text, UNIQUE (name)) INHERITS (heir)",
        "INSERT INTO elder VALUES (1, 'a')",
        "INSERT INTO late VALUES (2, 'b')"
    };

    @Test
    void getWhatIsDoneToTheirElders() throws SQLException {
        try (Lab lab = Lab.on(TestDatabases.POSTGRESQL)) {
            lab.execute(FAMILY);
            Dialect dialect = lab.dialect();
            Model found = dialect.owning(lab.inspected());
            assertThat(lab.titles(found)).isEmpty();

            assertThatThrownBy(() -> lab.titles(changed(found)))
                    .isInstanceOf(PlinthException.class)
                    .hasMessageContaining("heir keeps it");
            Model changed = withoutChecks(changed(found));
            assertThat(lab.titles(changed)).noneMatch(t -> t.contains("late"));
            lab.deploy(changed);
            assertThat(lab.rows("SELECT title || size FROM late")).containsExactly("b7");
            assertThat(lab.rows("SELECT title FROM elder ORDER BY 1")).containsExactly("a", "b");
            assertThat(table(lab.inspected(), "heir").columns())
                    .extracting(Column::name)
                    .containsExactly("id", "title", "gone", "own", "size");
            assertThat(table(lab.inspected(), "late").checks())
                    .extracting(Check::name)
                    .containsExactly("small");
            assertThat(lab.titles(changed)).isEmpty();
        }
    }

    /** Only the elder. */
    private static Model changed(Model found) {
        Table elder = table(found, "elder");
        List<Column> columns = new ArrayList<>(elder.columns());
        columns.removeIf(c -> c.name().equals("gone"));
        columns.set(1, columns.get(1).withName("title").withType(new TextType(20)));
        columns.add(
                Column.of("size", "size", IntegerType.NORMAL)
                        .withRequired(true)
                        .withBackfill(Expression.sql("7")));
        Table changed =
                elder.withColumns(columns)
                        .withChecks(
                                List.of(new Check("s", "small", Expression.sql("size < 9"), "")));
        return found.withTables(
                found.tables().stream().map(t -> t.id().equals(elder.id()) ? changed : t).toList());
    }

    /** Of the heirs. */
    private static Model withoutChecks(Model model) {
        return model.withTables(
                model.tables().stream()
                        .map(t -> named(t, "elder") ? t : t.withChecks(List.of()))
                        .toList());
    }

    private static boolean named(Table table, String name) {
        return table.name().name().equals(name);
    }

    @Test
    void keepWhatIsTheirOwn() throws SQLException {
        try (Lab lab = Lab.on(TestDatabases.POSTGRESQL)) {
            lab.execute(FAMILY);
            Model found = lab.dialect().owning(lab.inspected());
            Model longer =
                    found.withTables(
                            found.tables().stream()
                                    .map(
                                            t ->
                                                    t.name().name().equals("heir")
                                                            ? t.withColumns(more(t))
                                                            : t)
                                    .toList());
            lab.deploy(longer);
            assertThat(table(lab.inspected(), "elder").columnNamed("extra")).isEmpty();
            assertThat(table(lab.inspected(), "late").columnNamed("extra")).isPresent();
            assertThat(lab.titles(longer)).isEmpty();
        }
    }

    private static List<Column> more(Table table) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(Column.of("extra", "extra", IntegerType.NORMAL));
        return columns;
    }

    private static Table table(Model model, String name) {
        return model.tables().stream()
                .filter(t -> t.name().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
