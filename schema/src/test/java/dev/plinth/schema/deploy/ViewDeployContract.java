package dev.plinth.schema.deploy;

import static dev.plinth.schema.deploy.DeployModels.people;
import static dev.plinth.schema.deploy.DeployModels.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.View;
import dev.plinth.schema.problem.Problem;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;

/** Views, and what they read while it changes. */
interface ViewDeployContract extends OnLab {
    @Test
    default void viewsAreMadeInTheOrderInWhichTheyReadOneAnother() throws SQLException {
        Table people = people(text("email", 80)).tables().getFirst();
        View inner = view("zinner", "people", "email");
        View outer = view("aouter", "zinner", "email");
        Model before = new Model(List.of(people), List.of(outer, inner), List.of());
        deploy(before);
        insert("people", "email", "'a@b.c'");
        assertThat(values("aouter", "email")).containsExactly("a@b.c");
        assertThat(titles(before)).isEmpty();

        Table longer = people(text("email", 200)).tables().getFirst();
        Model after = new Model(List.of(longer), List.of(outer, inner), List.of());
        deploy(after);
        assertThat(titles(after)).isEmpty();
        assertThat(values("aouter", "email")).containsExactly("a@b.c");

        View narrower =
                new View(
                        inner.id(),
                        inner.name(),
                        "",
                        List.of(),
                        inner.query() + " WHERE " + quote("email") + " = 'x'",
                        "");
        Model third = new Model(List.of(longer), List.of(outer, narrower), List.of());
        deploy(third);
        assertThat(values("aouter", "email")).isEmpty();
        deploy(new Model(List.of(longer), List.of(), List.of()));
        assertThat(values("people", "email")).containsExactly("a@b.c");
    }

    @Test
    default void aViewThatNamesWhatGetsAnotherNameFollowsOrIsTold() throws SQLException {
        Table people = people(text("email", 80)).tables().getFirst();
        View view = view("shown", "people", "email");
        deploy(new Model(List.of(people), List.of(view), List.of()));
        insert("people", "email", "'a@b.c'");
        Table renamed = people.withName(TableName.of("persons"));
        Model stale = new Model(List.of(renamed), List.of(view), List.of());
        List<Problem> told =
                prepare(stale).plan().notes().stream()
                        .filter(n -> n.code().equals("D220"))
                        .toList();
        if (lab().dialect().statements().viewsFollowRenames()) {
            assertThat(told).isEmpty();
            deploy(stale);
            assertThat(values("shown", "email")).containsExactly("a@b.c");
            return;
        }
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().toString()).contains("people", "persons");
        View changed = view("shown", "persons", "email");
        Model right = new Model(List.of(renamed), List.of(changed), List.of());
        assertThat(prepare(right).plan().notes()).noneMatch(n -> n.code().equals("D220"));
        deploy(right);
        assertThat(values("shown", "email")).containsExactly("a@b.c");
    }

    @Test
    default void aViewOfAllColumnsGoesOnWhateverTheyAreCalled() throws SQLException {
        Table people = people(text("email", 80), text("phone", 20)).tables().getFirst();
        String query = "SELECT * FROM " + quote("people");
        View all = new View("all", TableName.of("all_people"), "", List.of(), query, "");
        View outer = view("ids", "all_people", "id");
        deploy(new Model(List.of(people), List.of(all, outer), List.of()));
        insert("people", "email", "'a@b.c'");
        Table changed =
                people(text("email", 120).withName("mail"), text("phone", 20)).tables().getFirst();
        Model renamed = new Model(List.of(changed), List.of(all, outer), List.of());
        deploy(renamed);
        assertThat(values("ids", "id")).hasSize(1);
        assertThat(titles(renamed)).isEmpty();
        Model narrow =
                new Model(
                        people(text("email", 120).withName("mail")).tables(),
                        List.of(all, outer),
                        List.of());
        deploy(narrow);
        assertThat(values("all_people", "mail")).containsExactly("a@b.c");
        assertThat(titles(narrow)).isEmpty();
    }

    private View view(String name, String from, String column) {
        String columns = column.equals("id") ? "" : ", " + quote(column);
        String query = "SELECT " + quote("id") + columns + " FROM " + quote(from);
        return new View(name, TableName.of(name), "", List.of(), query, "");
    }
}
