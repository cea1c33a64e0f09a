package dev.plinth.schema.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.h2.H2Dialect;
import dev.plinth.schema.model.RandomModels;
import dev.plinth.schema.model.Seeds;
import dev.plinth.schema.problem.Problem;

import org.junit.jupiter.api.Test;

import java.util.List;

class PortabilityCheckTest {
    private static final Dialect DUCKDB = Dialects.named("duckdb");
    private static final Dialect H2 = new H2Dialect();
    private static final Dialect NARROW = new NarrowDialect(Names.Scope.SCHEMA);

    private static String codes(Dialect dialect, String yaml) {
        return ModelCheckTest.lines(PortabilityCheck.problems(ModelCheckTest.model(yaml), dialect));
    }

    private static String table(Dialect dialect, String columns, String... properties) {
        return codes(
                dialect,
                "tables:\n"
                        + "  - name: t\n"
                        + "    primaryKey: id\n"
                        + "    columns: [{name: id, type: bigint, required: true}, "
                        + columns
                        + "]\n    "
                        + String.join("\n    ", properties));
    }

    @Test
    void whatChanceMakesCanBeCarriedToH2() {
        Seeds.each(
                100,
                seed ->
                        assertThat(PortabilityCheck.problems(RandomModels.of(seed), H2))
                                .as("portable to H2")
                                .noneMatch(Problem::isError));
    }

    @Test
    void aProblemNamesTheDatabaseAndItsLimit() {
        assertThat(
                        PortabilityCheck.problems(
                                ModelCheckTest.model(
                                        """
                                        tables:
                                          - name: größenverzeichnis
                                            columns: [{name: a, type: 'decimal(40,2)'}]
                                        """),
                                NARROW))
                .extracting(p -> p.path() + ": " + p.message())
                .containsExactly(
                        "tables/größenverzeichnis: The name \"größenverzeichnis\" is longer than"
                                + " the 18 bytes that Narrow takes.",
                        "tables/größenverzeichnis/columns/a: Column \"a\" of"
                                + " \"größenverzeichnis\" has 40 digits; Narrow keeps 38.");
    }

    @Test
    void namesThatCollideAcrossTables() {
        String twoTables =
                """
                tables:
                  - {name: a, columns: [{name: x, type: date}], uniques: [{name: k, columns: x}]}
                  - {name: b, columns: [{name: x, type: date}], uniques: [{name: K, columns: x}]}
                  - {name: c, columns: [{name: x, type: date}], indexes: [{name: k, parts: x}]}
                """;
        assertThat(codes(NARROW, twoTables)).isEqualTo("M102");
        assertThat(codes(new NarrowDialect(Names.Scope.TABLE), twoTables)).isEmpty();
    }

    @Test
    void whatOnlyOracleCannot() {
        Dialect oracle = Dialects.named("oracle");
        assertThat(table(oracle, "{name: a, type: timestamptz(6)}", "uniques: [{columns: a}]"))
                .isEqualTo("M113");
        assertThat(table(oracle, "{name: a, type: timestamptz(6)}", "indexes: [{parts: a}]"))
                .isEmpty();
        assertThat(table(oracle, "{name: 'a\"b', type: date}")).isEqualTo("M103");
        assertThat(table(oracle, "{name: a, type: text(9), default: \"\"}")).isEqualTo("(M137)");
        assertThat(table(H2, "{name: 'a\"b', type: text(9), default: \"\"}")).isEmpty();
    }

    @Test
    void whatDb2Cannot() {
        Dialect db2 = Dialects.named("db2");
        assertThat(table(db2, "{name: a, type: 'decimal(32,2)'}")).isEqualTo("M112");
        assertThat(table(db2, "{name: a, type: longtext}", "indexes: [{parts: a}]"))
                .isEqualTo("M111");
        assertThat(table(db2, "{name: a, type: text(300)}", "uniques: [{columns: a}]"))
                .isEqualTo("M110");
        assertThat(table(db2, "{name: a, type: text(255)}", "uniques: [{columns: a}]")).isEmpty();
        assertThat(table(db2, "{name: a, type: uuid, default: {function: uuid}}"))
                .isEqualTo("(M144) (M145)");
        assertThat(table(db2, "{name: a, type: binary, default: AAH/}")).isEqualTo("(M145)");
    }

    @Test
    void relationsToKeysThatMayBeEmpty() {
        String model =
                """
                tables:
                  - name: a
                    columns: [{name: x, type: integer%1$s}, {name: y, type: integer%1$s}]
                    uniques: [{columns: x}, {columns: [x, y]}]
                  - name: b
                    columns: [{name: x, type: integer}, {name: y, type: integer}]
                    relations: [{columns: %2$s, target: a, targetColumns: %2$s}]
                """;
        Dialect db2 = Dialects.named("db2");
        Dialect oracle = Dialects.named("oracle");
        assertThat(codes(db2, model.formatted("", "[x]"))).isEqualTo("M151");
        assertThat(codes(db2, model.formatted(", required: true", "[x]"))).isEmpty();
        assertThat(codes(oracle, model.formatted("", "[x]"))).isEmpty();
        assertThat(codes(oracle, model.formatted("", "[x, y]"))).isEqualTo("M151");
        assertThat(codes(Dialects.named("sqlserver"), model.formatted("", "[x]")))
                .isEqualTo("M151");
        assertThat(codes(H2, model.formatted("", "[x, y]"))).isEmpty();
    }

    @Test
    void whatOnlyMySqlAndMariaDbCannot() {
        String model =
                """
                tables:
                  - {name: a, columns: [{name: id, type: integer, required: true}], primaryKey: id}
                  - name: b
                    columns: [{name: a_id, type: integer}, {name: n, type: integer}]
                    checks: [{name: k, cel: 'a_id > 0'}]
                    relations: [{name: r, columns: a_id, target: a, onDelete: %s}]
                """;
        Dialect mysql = Dialects.named("mysql");
        assertThat(codes(mysql, model.formatted("setNull"))).isEqualTo("M122");
        assertThat(codes(mysql, model.formatted("cascade"))).isEmpty();
        // MariaDB 11.4 says so as error 1901.
        Dialect mariadb = Dialects.named("mariadb");
        assertThat(codes(mariadb, model.formatted("setNull"))).isEqualTo("M122");
        String computed =
                model.replace("checks: [{name: k, cel: 'a_id > 0'}]", "comment: none")
                        .replace(
                                "{name: n, type: integer}",
                                "{name: n, type: bigint, generated: {cel: 'a_id %% 10'}}");
        assertThat(codes(mariadb, computed.formatted("setNull"))).isEqualTo("M122");
        assertThat(codes(mariadb, computed.formatted("cascade"))).isEmpty();
    }

    @Test
    void keysThatAreTooLong() {
        String columns = "{name: a, type: text(20)}, {name: b, type: text(6)}";
        assertThat(table(NARROW, columns, "uniques: [{columns: [a, b]}]")).isEqualTo("M110");
        assertThat(table(NARROW, columns, "uniques: [{columns: a}]")).isEmpty();
        assertThat(table(NARROW, "{name: a, type: longtext}", "indexes: [{parts: a}]"))
                .isEqualTo("M111");
        assertThat(table(NARROW, "{name: a, type: text(5000)}", "indexes: [{parts: a}]"))
                .isEqualTo("(M114) M111");
        assertThat(table(H2, "{name: a, type: longtext}", "label: T")).isEmpty();
    }

    @Test
    void relationsThatItCannotKeep() {
        String relation = "relations: [{columns: a, target: t, %s}]";
        assertThat(
                        table(
                                NARROW,
                                "{name: a, type: bigint}",
                                relation.formatted("onDelete: restrict")))
                .isEqualTo("M120");
        assertThat(
                        table(
                                NARROW,
                                "{name: a, type: bigint}",
                                relation.formatted("onUpdate: cascade")))
                .isEqualTo("M120 M121");
        assertThat(
                        table(
                                NARROW,
                                "{name: a, type: bigint}",
                                relation.formatted("onDelete: cascade")))
                .isEqualTo("M121");
        assertThat(table(H2, "{name: a, type: bigint}", relation.formatted("onDelete: cascade")))
                .isEmpty();
    }

    @Test
    void twoWaysOfACascade() {
        assertThat(
                        codes(
                                NARROW,
                                """
                                tables:
                                  - {name: p, primaryKey: id, columns: [{name: id, type: date}]}
                                  - name: q
                                    primaryKey: id
                                    columns: [{name: id, type: date}, {name: p, type: date}]
                                    relations: [{name: q_p, columns: p, target: p, onDelete: cascade}]
                                  - name: r
                                    columns: [{name: p, type: date}, {name: q, type: date}]
                                    relations:
                                      - {name: r_p, columns: p, target: p, onDelete: cascade}
                                      - {name: r_q, columns: q, target: q, onDelete: cascade}
                                """))
                .isEqualTo("M121");
    }

    /** Derby 10.17 refuses the second of each with 42915. */
    @Test
    void waysOfADeleteThatDoNotAllDoTheSame() {
        String two =
                """
                tables:
                  - {name: p, primaryKey: id, columns: [{name: id, type: date}]}
                  - name: r
                    columns: [{name: a, type: date}, {name: b, type: date}]
                    relations:
                      - {name: r_a, columns: a, target: p, onDelete: %s}
                      - {name: r_b, columns: b, target: p, onDelete: %s}
                """;
        Dialect derby = Dialects.named("derby");
        assertThat(codes(derby, two.formatted("cascade", "cascade"))).isEmpty();
        assertThat(codes(derby, two.formatted("cascade", "setNull"))).isEqualTo("M121");
        assertThat(codes(derby, two.formatted("setNull", "setNull"))).isEqualTo("M121");
        assertThat(codes(H2, two.formatted("cascade", "setNull"))).isEmpty();
    }

    @Test
    void deletesThatComeAfterOtherRelations() {
        String three =
                """
                tables:
                  - {name: p, primaryKey: id, columns: [{name: id, type: date}]}
                  - {name: q, primaryKey: id, columns: [{name: id, type: date}]}
                  - name: r
                    columns: [{name: a, type: date}, {name: b, type: date}]
                    relations:
                      - {name: r_a, columns: a, target: p, onDelete: cascade}
                      - {name: r_b, columns: b, target: s}
                  - name: s
                    primaryKey: a
                    columns: [{name: a, type: date}, {name: b, type: date}]
                    relations:
                      - {name: s_a, columns: a, target: %s}
                      - {name: s_b, columns: b, target: %s, onDelete: cascade}
                """;
        Dialect derby = Dialects.named("derby");
        assertThat(codes(derby, three.formatted("p", "q"))).isEqualTo("M121");
        assertThat(codes(H2, three.formatted("p", "q"))).isEmpty();
        assertThat(codes(Dialects.named("db2"), three.formatted("p", "q"))).isEmpty();
    }

    /** Derby takes what Db2 says is SQL0632N, reason 2. */
    @Test
    void circlesThatDelete() {
        String circle =
                """
                tables:
                  - name: p
                    primaryKey: id
                    columns: [{name: id, type: date}, {name: q, type: date}]
                    relations: [{name: p_q, columns: q, target: q, onDelete: %s}]
                  - name: q
                    primaryKey: id
                    columns: [{name: id, type: date}, {name: p, type: date}]
                    relations: [{name: q_p, columns: p, target: p, onDelete: %s}]
                """;
        Dialect db2 = Dialects.named("db2");
        assertThat(codes(Dialects.named("derby"), circle.formatted("cascade", "cascade")))
                .isEmpty();
        assertThat(codes(db2, circle.formatted("cascade", "cascade"))).isEqualTo("M121");
        assertThat(codes(db2, circle.formatted("setNull", "cascade"))).isEqualTo("M121");
        assertThat(codes(db2, circle.formatted("setNull", "setNull"))).isEmpty();
        assertThat(codes(H2, circle.formatted("cascade", "cascade"))).isEmpty();
    }

    @Test
    void checksAndComputedColumnsOfNumberedOnes() {
        Dialect mariadb = Dialects.named("mariadb");
        String number = "{name: n, type: bigint, identity: byDefault}";
        String computed = number + ", {name: c, type: bigint, generated: {cel: n % 10}}";
        String key = "uniques: [{columns: n}]";
        assertThat(table(mariadb, computed, key)).contains("M159");
        assertThat(table(mariadb, number, key, "checks: [{cel: n > 5}]")).contains("M125");
        assertThat(table(H2, computed, key, "checks: [{cel: n > 5}]")).isEmpty();
    }

    @Test
    void indexesAndKeysOfOtherKinds() {
        String a = "{name: a, type: date}";
        assertThat(table(NARROW, a, "indexes: [{parts: a, where: a == a}]")).isEqualTo("M130");
        assertThat(table(NARROW, a, "indexes: [{parts: {expression: lower(a)}}]"))
                .isEqualTo("M131");
        assertThat(table(NARROW, a, "indexes: [{parts: {column: a, descending: true}}]"))
                .isEqualTo("(M132)");
        assertThat(table(NARROW, a, "uniques: [{columns: a, nullsDistinct: false}]"))
                .isEqualTo("M133");
        assertThat(table(H2, a, "uniques: [{columns: a, nullsDistinct: false}]")).isEmpty();
        String unique = "indexes: [{parts: a, unique: true}]";
        assertThat(table(Dialects.named("derby"), a, unique)).isEqualTo("(M158)");
        assertThat(table(H2, a, unique)).isEmpty();
        assertThat(table(NARROW, a, "indexes: [{parts: a, included: id}]")).isEqualTo("(M138)");
        assertThat(table(NARROW, a, "uniques: [{columns: a, deferral: deferred}]"))
                .isEqualTo("(M139)");
    }

    @Test
    void columnsOfOtherKinds() {
        assertThat(
                        table(
                                NARROW,
                                "{name: a, type: bigint, generated: {cel: id + 1, stored: false}}"))
                .isEqualTo("(M134)");
        assertThat(table(NARROW, "{name: a, type: bigint, identity: always}")).isEqualTo("(M135)");
        assertThat(table(NARROW, "{name: a, type: bigint, comment: x}")).isEqualTo("(M136)");
    }

    @Test
    void expressionsThatItCannotSay() {
        String now = "a > now()";
        assertThat(
                        table(
                                H2,
                                "{name: a, type: timestamptz}",
                                "checks: [{name: k, cel: " + now + "}]"))
                .isEqualTo("(E014)");
        assertThat(table(H2, "{name: a, type: timestamptz, generated: now()}")).isEqualTo("M140");
        assertThat(
                        table(
                                H2,
                                "{name: a, type: timestamptz}",
                                "indexes: [{parts: a, where: " + now + "}]"))
                .isEqualTo("M130 M141");
    }

    @Test
    void severalColumnsThatNumberThemselves() {
        String columns =
                "{name: a, type: bigint, identity: always},"
                        + " {name: b, type: bigint, identity: always}";
        assertThat(table(H2, columns)).isEqualTo("M024");
        assertThat(table(Dialects.named("postgres"), columns)).isEmpty();
    }

    @Test
    void relationsLikeAnotherOrInAnotherOrder() {
        String columns = "{name: a, type: bigint}, {name: b, type: bigint}";
        String key = "uniques: [{columns: [a, b]}]";
        String turned = "relations: [{name: r, columns: [a, b], target: t, targetColumns: [b, a]}]";
        String twice =
                "relations: [{name: r, columns: a, target: t}, {name: s, columns: a, target: t}]";
        assertThat(table(Dialects.named("derby"), columns, key, turned)).isEqualTo("M153");
        assertThat(table(H2, columns, key, turned)).isEmpty();
        assertThat(table(Dialects.named("hsqldb"), columns, twice)).isEqualTo("M152");
        assertThat(table(H2, columns, twice)).isEmpty();
    }

    @Test
    void relationsThatEmptyWhatIsRequired() {
        String found =
                """
                database: h2
                tables:
                  - name: t
                    primaryKey: id
                    columns:
                      - {name: id, type: bigint, required: true}
                      - {name: a, type: bigint, required: true}
                    relations: [{name: r, columns: a, target: t, onDelete: setNull}]
                """;
        assertThat(ModelCheckTest.codes(found)).isEqualTo("(M044)");
        assertThat(codes(H2, found)).isEmpty();
        assertThat(codes(Dialects.named("hsqldb"), found)).isEqualTo("M154");
    }

    @Test
    void relationsThatAreNamedAsAKey() {
        String found =
                """
                database: mariadb
                tables:
                  - name: t
                    primaryKey: id
                    columns:
                      - {name: id, type: bigint, required: true}
                      - {name: a, type: bigint}
                    uniques: [{name: k, columns: a}]
                    relations: [{name: k, columns: a, target: t}]
                """;
        assertThat(ModelCheckTest.codes(found)).isEmpty();
        assertThat(codes(Dialects.named("mariadb"), found)).isEmpty();
        assertThat(codes(H2, found)).isEqualTo("M102");
        assertThat(codes(Dialects.named("postgres"), found)).isEqualTo("M102");
    }

    @Test
    void relationsThatAreNotKept() {
        assertThat(
                        table(
                                DUCKDB,
                                "{name: a, type: bigint}",
                                "relations: [{columns: a, target: t, onDelete: cascade}]"))
                .isEqualTo("(M123)");
    }

    @Test
    void keysAndChecksOfComputedColumns() {
        String columns =
                "{name: a, type: bigint}, {name: g, type: bigint, generated: {cel: a + 1, stored:"
                        + " false}}";
        assertThat(table(DUCKDB, columns, "uniques: [{columns: [a, g]}]")).isEqualTo("M142");
        assertThat(table(DUCKDB, columns, "checks: [{name: k, cel: g > 0}]")).isEqualTo("M142");
        assertThat(table(DUCKDB, columns, "indexes: [{parts: g}]")).isEmpty();
        assertThat(table(H2, columns, "checks: [{name: k, cel: g > 0}]")).isEqualTo("(M134)");
    }

    @Test
    void momentsAndDefaultsOfFirebird() {
        Dialect firebird = Dialects.named("firebird");
        assertThat(table(firebird, "{name: a, type: timestamp(4), default: {function: now}}"))
                .isEmpty();
        assertThat(table(firebird, "{name: a, type: timestamp(6)}")).isEqualTo("(M146)");
        assertThat(table(firebird, "{name: a, type: timestamptz(4), default: {function: now}}"))
                .isEqualTo("(M145)");
        assertThat(table(firebird, "{name: a, type: 'decimal(19,2)'}")).isEqualTo("M112");
    }

    @Test
    void computedColumnsThatMayBeEmptyAfterAll() {
        String computed = "{name: a, type: bigint, required: true, generated: {cel: id}}";
        for (String name : List.of("hsqldb", "mariadb", "duckdb", "firebird")) {
            assertThat(table(Dialects.named(name), computed)).as(name).contains("(M155)");
        }
        for (String name : List.of("h2", "postgres", "mysql", "sqlserver")) {
            assertThat(table(Dialects.named(name), computed)).as(name).isEmpty();
        }
    }

    @Test
    void viewsThatAreSortedOrHaveNamelessColumns() {
        assertThat(view("sqlserver", "SELECT a FROM t ORDER BY a")).isEqualTo("M156");
        assertThat(view("sqlserver", "SELECT TOP 5 a FROM t ORDER BY a")).isEmpty();
        assertThat(view("sqlserver", "SELECT a FROM t ORDER BY a OFFSET 1 ROWS")).isEmpty();
        assertThat(view("sqlserver", "SELECT a, RANK() OVER (ORDER BY a) AS r FROM t")).isEmpty();
        assertThat(view("h2", "SELECT a FROM t ORDER BY a")).isEmpty();
        for (String name : List.of("sqlserver", "oracle", "db2")) {
            assertThat(view(name, "SELECT a, COUNT(*) FROM t GROUP BY a")).isEqualTo("M157");
            assertThat(view(name, "SELECT CASE a WHEN 1 THEN 2 END, a FROM t")).isEqualTo("M157");
            assertThat(view(name, "SELECT COUNT(*) c, (a + 1) AS b FROM t")).isEmpty();
            assertThat(view(name, "SELECT a FROM t WHERE a IN (1, 2)")).isEmpty();
            assertThat(view(name, "SELECT a FROM t UNION SELECT COUNT(*) FROM t")).isEmpty();
        }
        assertThat(view("postgres", "SELECT COUNT(*) FROM t")).isEmpty();
    }

    private static String view(String dialect, String query) {
        return codes(
                Dialects.named(dialect),
                "tables:\n  - {name: t, columns: [{name: a, type: bigint}]}\n"
                        + "views:\n  - {name: v, query: '"
                        + query
                        + "'}\n");
    }
}
