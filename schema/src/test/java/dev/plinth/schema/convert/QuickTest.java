package dev.plinth.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.schema.check.ModelCheck;
import dev.plinth.schema.convert.sketch.IdSource;
import dev.plinth.schema.document.ModelText;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class QuickTest {
    static final String COMPANY =
            """
            -- people and where they work
            departments /insert 4
              name /nn /unique
              location vc50 [where it is]
              employees
                name vc50 /nn
                email
                cost center num(12,2)
                date hired
                salary
                status /check new, busy, 'on leave' /default new
                is_manager /default n
                rating int /between 1 and 5
                manager_id /fk employees
            projects
              title /nn
              department_id
              description
              created_at /default now
            """;

    private static Conversion quick(String text) {
        return Conversions.convert("quick", "", text, IdSource.DERIVED);
    }

    private static Table table(Model model, String name) {
        return model.tableNamed(TableName.of(name)).orElseThrow();
    }

    private static List<String> columns(Table table) {
        return table.columns().stream()
                .map(c -> c.name() + " " + c.type().text() + (c.required() ? "!" : ""))
                .toList();
    }

    @Test
    void indentationMakesColumnsAndChildTables() {
        Conversion made = quick(COMPANY);
        assertThat(made.problems()).isEmpty();
        Model model = made.model();
        assertThat(columns(table(model, "departments")))
                .containsExactly("id bigint!", "name text(255)!", "location text(50)");
        assertThat(columns(table(model, "employees")))
                .startsWith(
                        "id bigint!",
                        "department_id bigint!",
                        "name text(50)!",
                        "email text(255)",
                        "cost_center decimal(12,2)",
                        "date_hired date",
                        "salary decimal(18,2)");
        assertThat(columns(table(model, "projects")))
                .containsExactly(
                        "id bigint!",
                        "title text(255)!",
                        "department_id bigint",
                        "description longtext",
                        "created_at timestamptz(6)");
        assertThat(model.choices())
                .singleElement()
                .satisfies(c -> assertThat(c.values()).containsExactly("new", "busy", "on leave"));
        assertThat(table(model, "departments").columnNamed("location").map(Column::comment))
                .contains("where it is");
        assertThat(ModelCheck.problems(model)).filteredOn(Problem::isError).isEmpty();
    }

    @Test
    void relationsLeadToTheTableThatIsMeant() {
        Model model = quick(COMPANY).model();
        assertThat(
                        Stream.of("employees", "projects")
                                .flatMap(n -> table(model, n).relations().stream())
                                .map(r -> model.table(r.target()).orElseThrow().name().name()))
                .containsExactly("departments", "employees", "departments");
    }

    @Test
    void defaultsAreOfTheType() {
        Model model = quick(COMPANY).model();
        Table employees = table(model, "employees");
        assertThat(employees.columnNamed("is_manager").map(Column::defaultValue))
                .contains(new Default.Value("false"));
        assertThat(table(model, "projects").columnNamed("created_at").map(Column::defaultValue))
                .contains(new Default.Now());
        assertThat(employees.checks())
                .extracting(c -> c.expression().text())
                .containsExactly("rating >= 1 && rating <= 5");
    }

    @Test
    void whatMeansNothingIsToldWithItsLine() {
        assertThat(quick("a\n  b /nonsense\n").problems())
                .extracting(p -> p.path() + " " + p.code())
                .containsExactly("line 2 T004");
        PlinthException empty = catchThrowableOfType(PlinthException.class, () -> quick(" \n-- x"));
        assertThat(empty.problems()).extracting(Problem::code).containsExactly("T002");
        PlinthException twice =
                catchThrowableOfType(PlinthException.class, () -> quick("a\n  b\n  b\na\n  c"));
        assertThat(twice.problems())
                .extracting(p -> p.path() + " " + p.code())
                .containsExactly("line 4 T007", "line 3 T007");
    }

    @Test
    void aTableWithoutColumnsIsOne() {
        assertThat(columns(table(quick("lonely").model(), "lonely"))).containsExactly("id bigint!");
    }

    @Test
    void freshIdsAreNeverTheSame() {
        Model a = Conversions.convert("quick", "", COMPANY, IdSource.FRESH).model();
        Model b = Conversions.convert("quick", "", COMPANY, IdSource.FRESH).model();
        assertThat(a.tables())
                .extracting(Table::id)
                .doesNotContainAnyElementsOf(b.tables().stream().map(Table::id).toList());
        assertThat(ModelText.write("", quick(COMPANY).model()))
                .isEqualTo(ModelText.write("", quick(COMPANY).model()));
    }
}
