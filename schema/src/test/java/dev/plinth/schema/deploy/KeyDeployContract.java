package dev.plinth.schema.deploy;

import static dev.plinth.schema.deploy.DeployModels.column;
import static dev.plinth.schema.deploy.DeployModels.people;
import static dev.plinth.schema.deploy.DeployModels.relation;
import static dev.plinth.schema.deploy.DeployModels.table;
import static dev.plinth.schema.deploy.DeployModels.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.check.PortabilityCheck;
import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.IntegerType;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;

/** Keys, indexes and relations, and rows that stand in their way. */
interface KeyDeployContract extends OnLab {
    @Test
    default void aRenamedTableKeepsItsRowsAndRelations() throws SQLException {
        deploy(parentAndChild("parent"));
        insert("parent", "id", "1");
        execute("INSERT INTO \"child\" (\"id\", \"parent_id\") VALUES (7, 1)");
        deploy(parentAndChild("mother"));
        assertThat(values("mother", "id")).containsExactly("1");
        assertThat(values("child", "parent_id")).containsExactly("1");
        assertThat(titles(parentAndChild("mother"))).isEmpty();
    }

    @Test
    default void keysAndIndexesComeAndGo() throws SQLException {
        Model plain = people(text("email", 80), text("city", 40));
        deploy(plain);
        insert("people", "email", "'a@b.c'");
        Table table = plain.tables().getFirst();
        Table keyed =
                table.withUniques(
                                List.of(
                                        new UniqueKey(
                                                "u1", "people_email_key", List.of("email"), true)))
                        .withIndexes(
                                List.of(
                                        new Index(
                                                "i1",
                                                "people_city_idx",
                                                List.of(
                                                        Index.Part.column("city"),
                                                        Index.Part.column("email")),
                                                false,
                                                null,
                                                "")));
        Model with = new Model(List.of(keyed), List.of(), List.of());
        deploy(with);
        assertThat(titles(with)).isEmpty();
        assertThat(values("people", "email")).containsExactly("a@b.c");
        deploy(plain);
        assertThat(titles(plain)).isEmpty();
    }

    @Test
    default void aRelationIsRefusedWhileRowsPointNowhere() throws SQLException {
        Model linked = parentAndChild("parent");
        if (!lab().dialect().limits().relations()) {
            assertThat(PortabilityCheck.problems(linked, lab().dialect()))
                    .extracting(p -> p.code())
                    .containsExactly("M123");
            return;
        }
        Model loose =
                linked.withTables(
                        linked.tables().stream().map(t -> t.withRelations(List.of())).toList());
        deploy(loose);
        insert("child", "parent_id", "99");
        assertThat(examples(linked)).containsExactly("id 1");
        assertThat(refusal(linked).problems()).extracting(p -> p.code()).containsExactly("D203");
        execute("UPDATE \"child\" SET \"parent_id\" = NULL");
        deploy(linked);
        assertThat(titles(linked)).isEmpty();
    }

    @Test
    default void rowsThatAreEqualInAKeyAreShownByWhatTheyShare() throws SQLException {
        Table people = people(text("email", 80)).tables().getFirst();
        Table keyed =
                people.withUniques(
                        List.of(new UniqueKey("u1", "people_mail", List.of("email"), true)));
        deploy(new Model(List.of(people), List.of(), List.of()));
        for (int id = 1; id <= 4; id++) {
            String mail = List.of("'a@b.c'", "NULL", "'a@b.c'", "NULL").get(id - 1);
            execute("INSERT INTO \"people\" (\"id\", \"email\") VALUES (" + id + ", " + mail + ")");
        }
        Model wanted = new Model(List.of(keyed), List.of(), List.of());
        assertThat(examples(wanted)).containsExactly("email a@b.c");
        assertThat(refusal(wanted).problems()).extracting(p -> p.code()).containsExactly("D203");
        if (lab().dialect().can(Capability.NULLS_NOT_DISTINCT)) {
            UniqueKey strict = new UniqueKey("u1", "people_mail", List.of("email"), false);
            Table stricter = people.withUniques(List.of(strict));
            assertThat(examples(new Model(List.of(stricter), List.of(), List.of())))
                    .containsExactlyInAnyOrder("email a@b.c", "email without a value");
        }
    }

    @Test
    default void rowsThatBecomeEqualAsAKeyChangesItsTypeAreForetold() throws SQLException {
        Model exact = priced(new DecimalType(10, 2));
        deploy(exact);
        for (int id = 1; id <= 4; id++) {
            String price = List.of("7.10", "7.20", "8.00", "NULL").get(id - 1);
            execute(
                    "INSERT INTO \"people\" (\"id\", \"price\") VALUES ("
                            + id
                            + ", "
                            + price
                            + ")");
        }
        Model whole = priced(new DecimalType(10, 0));
        assertThat(examples(whole)).contains("price 7");
        assertThat(refusal(whole).problems()).extracting(p -> p.code()).containsExactly("D203");
        execute("DELETE FROM \"people\" WHERE \"id\" = 2");
        deploy(whole);
        assertThat(titles(whole)).isEmpty();
    }

    private static Model priced(ColumnType type) {
        Table people = people(column("price", type)).tables().getFirst();
        UniqueKey key = new UniqueKey("u1", "people_price", List.of("price"), true);
        return new Model(List.of(people.withUniques(List.of(key))), List.of(), List.of());
    }

    @Test
    default void columnsThatARelationGoesByChangeTheirTypes() throws SQLException {
        deploy(parts(IntegerType.NORMAL, 20));
        execute("INSERT INTO \"whole\" (\"id\", \"code\") VALUES (1, 'one')");
        execute("INSERT INTO \"part\" (\"id\", \"whole\", \"code\") VALUES (7, 1, 'one')");
        Model wider = parts(IntegerType.BIG, 40);
        deploy(wider);
        assertThat(titles(wider)).isEmpty();
        assertThat(values("part", "whole")).containsExactly("1");
        assertThat(values("part", "code")).containsExactly("one");
    }

    /** Of each part, its whole by number and by code. */
    private static Model parts(ColumnType number, int length) {
        Table whole =
                Table.of(
                                "whole",
                                "whole",
                                List.of(
                                        column("id", number).withRequired(true),
                                        text("code", length).withRequired(true)))
                        .withPrimaryKey(new PrimaryKey("", List.of("id")))
                        .withUniques(
                                List.of(new UniqueKey("u1", "whole_code", List.of("code"), true)));
        Relation byCode =
                new Relation(
                        "r2",
                        "part_code",
                        "",
                        "",
                        List.of("code"),
                        "whole",
                        List.of("code"),
                        Action.NO_ACTION,
                        Action.NO_ACTION);
        Table part =
                table("part", column("whole", number), text("code", length))
                        .withRelations(List.of(relation("r1", "whole", "whole"), byCode));
        return new Model(List.of(whole, part), List.of(), List.of());
    }

    @Test
    default void aDefaultThatPointsAtNoRowIsForetold() throws SQLException {
        deploy(people());
        insert("people", "id", "1");
        if (!lab().dialect().limits().relations()) {
            return;
        }
        assertThat(refusal(led("7")).problems()).extracting(p -> p.code()).containsExactly("D203");
        assertThat(examples(led("7"))).containsExactly("id 1");
        deploy(led("1"));
        assertThat(values("people", "lead")).containsExactly("1");
    }

    private static Model led(String value) {
        Column lead =
                column("lead", IntegerType.NORMAL)
                        .withRequired(true)
                        .withDefault(new Default.Value(value));
        Table people = people(lead).tables().getFirst();
        Relation relation = relation("r1", "lead", people.id());
        return new Model(List.of(people.withRelations(List.of(relation))), List.of(), List.of());
    }

    @Test
    default void tablesMayPointAtEachOther() {
        Model cycle = cycle();
        deploy(cycle);
        assertThat(titles(cycle)).isEmpty();
        deploy(Model.empty());
    }

    private static Model parentAndChild(String parentName) {
        Table parent = table("parent").withName(TableName.of(parentName));
        Table child =
                table("child", column("parent_id", IntegerType.NORMAL))
                        .withRelations(List.of(relation("r1", "parent_id", "parent")));
        return new Model(List.of(parent, child), List.of(), List.of());
    }

    private static Model cycle() {
        Table a =
                table("a", column("b_id", IntegerType.NORMAL))
                        .withRelations(List.of(relation("r1", "b_id", "b")));
        Table b =
                table("b", column("a_id", IntegerType.NORMAL))
                        .withRelations(List.of(relation("r2", "a_id", "a")));
        return new Model(List.of(a, b), List.of(), List.of());
    }
}
