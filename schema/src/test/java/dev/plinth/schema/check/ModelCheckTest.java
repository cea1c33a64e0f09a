package dev.plinth.schema.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.document.ModelText;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.RandomModels;
import dev.plinth.schema.model.Seeds;
import dev.plinth.schema.problem.Problem;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

class ModelCheckTest {
    static Model model(String yaml) {
        return ModelText.read("m.yaml", yaml).model();
    }

    static String lines(List<Problem> problems) {
        return problems.stream()
                .map(p -> (p.isError() ? "" : "(") + p.code() + (p.isError() ? "" : ")"))
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    static String codes(String yaml) {
        return lines(ModelCheck.problems(model(yaml)));
    }

    /** Columns of a table t that has a key. */
    private static String columns(String... columns) {
        return codes(
                "tables: [{name: t, primaryKey: id, columns: [{name: id, type: bigint, required:"
                        + " true}, "
                        + String.join(", ", columns)
                        + "]}]");
    }

    /** Properties of a table t that has a key and the columns a, b (required) and c. */
    private static String table(String... properties) {
        return codes(
                "choices: [{name: state, options: [new, paid]}]\n"
                        + "tables:\n"
                        + "  - name: t\n"
                        + "    primaryKey: id\n"
                        + "    columns:\n"
                        + "      - {name: id, type: bigint, required: true}\n"
                        + "      - {name: a, type: bigint}\n"
                        + "      - {name: b, type: text(20), required: true}\n"
                        + "      - {name: c, type: bigint, generated: a + 1}\n    "
                        + String.join("\n    ", properties));
    }

    @Test
    void whatChanceMakesIsValid() {
        Seeds.each(
                200,
                seed ->
                        assertThat(ModelCheck.problems(RandomModels.of(seed)))
                                .filteredOn(Problem::isError)
                                .isEmpty());
    }

    @Test
    void aProblemSaysWhereAndTheWayOut() {
        assertThat(
                        ModelCheck.problems(
                                model(
                                        """
                                        tables:
                                          - name: order
                                            primaryKey: id
                                            columns:
                                              - {name: id, type: uuid, required: true, identity: always}
                                              - {name: state, type: bigint, default: new}
                                        """)))
                .containsExactly(
                        Problem.error(
                                "M023",
                                "tables/order/columns/id",
                                "Column \"id\" of \"order\" numbers itself but is uuid.",
                                "Make it integer or bigint, or remove the identity."),
                        Problem.error(
                                "M021",
                                "tables/order/columns/state",
                                "Column \"state\" of \"order\" has a wrong default: \"new\" is not"
                                        + " a number.",
                                "Write a value of that type."));
    }

    @Test
    void names() {
        assertThat(columns("{name: a, type: date}, {name: A, type: date}")).isEqualTo("M002");
        assertThat(columns("{name: '', type: date}")).isEqualTo("M001");
        assertThat(columns("{name: ' a', type: date}")).isEqualTo("M003");
        assertThat(columns("{name: \"a\\u0007\", type: date}")).isEqualTo("M003");
        assertThat(columns("{name: \"a\\u200B\", type: date}")).isEqualTo("M003");
        assertThat(codes("views: [{name: v, query: q}, {name: V, query: q}]")).isEqualTo("M002");
        assertThat(codes("choices: [{name: c, options: [x]}, {name: C, options: [x]}]"))
                .isEqualTo("M002");
        assertThat(
                        codes(
                                "tables: [{name: x, columns: [{name: a, type: date}]}]\n"
                                        + "views: [{name: x, query: SELECT 1}]"))
                .isEqualTo("M002 (M007)");
        assertThat(table("uniques: [{name: k, columns: a}]", "checks: [{name: K, cel: a > 1}]"))
                .isEqualTo("M002");
        assertThat(table("indexes: [{parts: a}, {parts: b}]")).isEmpty();
    }

    @Test
    void ids() {
        assertThat(columns("{name: a, id: x, type: date}, {name: b, id: x, type: date}"))
                .isEqualTo("M004");
        assertThat(columns("{name: a, id: " + "x".repeat(61) + ", type: date}")).isEqualTo("M005");
    }

    @Test
    void keys() {
        assertThat(codes("tables: [{name: t, columns: []}]")).isEqualTo("M006 (M007)");
        assertThat(table("uniques: [{columns: []}]")).isEqualTo("M010");
        assertThat(table("uniques: [{columns: ['#none']}]")).isEqualTo("M011");
        assertThat(table("uniques: [{columns: [a, a]}]")).isEqualTo("M012");
        assertThat(table("indexes: [{parts: []}]")).isEqualTo("M010");
        assertThat(table("indexes: [{parts: [a]}, {name: i, parts: [a]}]")).isEqualTo("(M014)");
        assertThat(table("indexes: [{parts: [b, a]}, {name: i, parts: [a, b]}]")).isEmpty();
        assertThat(table("indexes: [{parts: [{expression: ' '}]}]")).isEqualTo("M050");
        assertThat(codes("tables: [{name: t, primaryKey: a, columns: [{name: a, type: date}]}]"))
                .isEqualTo("(M013)");
    }

    @Test
    void types() {
        assertThat(columns("{name: a, type: text(0)}")).isEqualTo("M020");
        assertThat(columns("{name: a, type: 'decimal(2,3)'}")).isEqualTo("M020");
        assertThat(columns("{name: a, type: 'decimal(0,0)'}")).isEqualTo("M020");
        assertThat(columns("{name: a, type: time(10)}")).isEqualTo("M020");
        assertThat(columns("{name: a, type: binary(-1)}")).isEqualTo("M020");
        assertThat(columns("{name: a, type: 'choice(#none)'}")).isEqualTo("M026");
        assertThat(columns("{name: a, type: 'decimal(1000,1000)'}, {name: b, type: time(0)}"))
                .isEmpty();
    }

    @Test
    void whatFillsAColumn() {
        assertThat(columns("{name: a, type: smallint, default: 40000}")).isEqualTo("M021");
        assertThat(columns("{name: a, type: text(2), default: abc}")).isEqualTo("M021");
        assertThat(columns("{name: a, type: bigint, default: 1, generated: id}")).isEqualTo("M022");
        assertThat(columns("{name: a, type: bigint, default: 1, identity: always}"))
                .isEqualTo("M022");
        assertThat(columns("{name: a, type: bigint, default: {function: now}}")).isEqualTo("M025");
        assertThat(columns("{name: a, type: date, default: {function: uuid}}")).isEqualTo("M025");
        assertThat(columns("{name: a, type: text(36), default: {function: uuid}}")).isEmpty();
        assertThat(columns("{name: a, type: date, default: {sql: ' '}}")).isEqualTo("M050");
        assertThat(table("triggers: []", "label: T")).isEmpty();
    }

    @Test
    void choices() {
        assertThat(codes("choices: [{name: c}]")).isEqualTo("M030");
        assertThat(codes("choices: [{name: c, options: [a, b, a]}]")).isEqualTo("M031");
        assertThat(codes("choices: [{name: c, options: ['']}]")).isEqualTo("M032");
        assertThat(
                        codes(
                                """
                                choices: [{name: c, options: [a, b]}]
                                tables: [{name: t, columns: [{name: x, type: choice(c), default: z}]}]
                                """))
                .isEqualTo("M021 (M007)");
    }

    @Test
    void relations() {
        assertThat(table("relations: [{columns: a, target: t}]")).isEmpty();
        assertThat(table("relations: [{columns: a, target: '#none', targetColumns: '#x'}]"))
                .isEqualTo("M041");
        assertThat(table("relations: [{columns: [], target: t}]")).isEqualTo("M010");
        assertThat(table("relations: [{columns: [a, b], target: t}]")).isEqualTo("M040");
        assertThat(table("relations: [{columns: [a, a], target: t}]")).isEqualTo("M012 M040");
        assertThat(table("relations: [{columns: ['#none'], target: t}]")).isEqualTo("M011");
        assertThat(table("relations: [{columns: b, target: t}]")).isEqualTo("M042");
        assertThat(table("relations: [{columns: a, target: t, targetColumns: a}]"))
                .isEqualTo("M043");
        assertThat(
                        table(
                                "indexes: [{parts: a, unique: true}]",
                                "relations: [{columns: a, target: t, targetColumns: a}]"))
                .isEmpty();
        assertThat(
                        table(
                                "uniques: [{columns: b}]",
                                "relations: [{columns: b, target: t, targetColumns: b, onDelete:"
                                        + " setNull}]"))
                .isEqualTo("M044");
        assertThat(table("relations: [{columns: id, target: t, onUpdate: setDefault}]"))
                .isEqualTo("M045");
        assertThat(table("relations: [{columns: a, target: t, onUpdate: setDefault}]")).isEmpty();
    }

    @Test
    void typesOfARelationMayDifferInSizeOnly() {
        String target =
                """
                tables:
                  - {name: p, primaryKey: id, columns: [{name: id, type: %s, required: true}]}
                  - name: t
                    primaryKey: id
                    columns: [{name: id, type: date, required: true}, {name: a, type: %s}]
                    relations: [{columns: a, target: p}]
                """;
        assertThat(codes(target.formatted("integer", "bigint"))).isEqualTo("(M042)");
        assertThat(codes(target.formatted("text(10)", "text(20)"))).isEqualTo("(M042)");
        assertThat(codes(target.formatted("bigint", "text(20)"))).isEqualTo("M042");
        assertThat(codes(target.formatted("bigint", "native(oid)"))).isEqualTo("(M042)");
    }

    @Test
    void junctions() {
        String junction =
                """
                tables:
                  - {name: p, primaryKey: id, columns: [{name: id, type: bigint, required: true}]}
                  - name: j
                    columns: [{name: a, type: bigint%s}, {name: b, type: bigint%s}]
                    relations: [{columns: a, target: p}, {columns: b, target: p}]
                    %s
                """;
        String required = ", required: true";
        assertThat(codes(junction.formatted(required, required, "primaryKey: [a, b]"))).isEmpty();
        assertThat(codes(junction.formatted(required, required, ""))).isEqualTo("(M007) (M046)");
        assertThat(codes(junction.formatted(required, "", "uniques: [{columns: [a, b]}]")))
                .isEqualTo("(M007) (M047)");
    }

    @Test
    void expressions() {
        assertThat(table("checks: [{name: k, cel: a > 1}]")).isEmpty();
        assertThat(table("checks: [{name: k, cel: ' '}]")).isEqualTo("M050");
        assertThat(table("checks: [{name: k, sql: whatever the database says}]")).isEmpty();
        assertThat(table("checks: [{name: k, cel: x > 1}]")).isEqualTo("E004");
        assertThat(table("indexes: [{parts: a, where: 'a >'}]")).isEqualTo("E001");
        assertThat(columns("{name: a, type: bigint, generated: a + 1}")).isEqualTo("M051");
        assertThat(
                        columns(
                                "{name: a, type: bigint, generated: id + 1}",
                                "{name: b, type: bigint, generated: a + 1}"))
                .isEqualTo("(M052)");
        assertThat(columns("{name: a, type: bigint, backfill: b}")).isEqualTo("E004");
    }

    @Test
    void triggers() {
        assertThat(trigger("events: [], action: {kind: callUrl, url: 'https://x.org'}"))
                .isEqualTo("M060");
        assertThat(trigger("events: insert, action: {kind: callUrl, url: 'file:///etc/passwd'}"))
                .isEqualTo("M063");
        assertThat(trigger("events: insert, action: {kind: callUrl, url: 'not at all'}"))
                .isEqualTo("M063");
        assertThat(trigger("events: delete, action: {kind: setColumn, column: a, value: '1'}"))
                .isEqualTo("M061");
        assertThat(trigger("events: insert, action: {kind: setColumn, column: c, value: '1'}"))
                .isEqualTo("M062");
        assertThat(trigger("events: insert, action: {kind: setColumn, column: a, value: b}"))
                .isEqualTo("E009");
        assertThat(trigger("events: insert, action: {kind: setColumn, column: '#x', value: '1'}"))
                .isEqualTo("M011");
        assertThat(
                        trigger(
                                "events: update, when: old.a != a, action: {kind: setColumn,"
                                        + " column: a, value: '1'}"))
                .isEmpty();
        assertThat(
                        trigger(
                                "events: update, action: {kind: insertRow, table: t, values:"
                                        + " [{column: id, value: '1'}]}"))
                .isEqualTo("M064");
        assertThat(
                        trigger(
                                "events: insert, action: {kind: insertRow, table: t, values:"
                                        + " [{column: id, value: a}, {column: b, value: b}]}"))
                .isEqualTo("M065");
        assertThat(trigger("events: insert, action: {kind: publish}")).isEmpty();
        assertThat(
                        codes(
                                "tables: [{name: t, columns: [{name: a, type: bigint}], triggers:"
                                    + " [{name: t, events: insert, action: {kind: publish}}]}]"))
                .isEqualTo("(M007) M066");
        assertThat(trigger("events: insert, action: {kind: insertRow, table: '#x', values: []}"))
                .isEqualTo("M041");
    }

    private static String trigger(String properties) {
        return table("triggers: [{name: t, " + properties + "}]");
    }

    @Test
    void views() {
        assertThat(codes("views: [{name: v, query: ' '}]")).isEqualTo("M070");
    }
}
