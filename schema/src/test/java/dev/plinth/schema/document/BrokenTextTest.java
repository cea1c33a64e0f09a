package dev.plinth.schema.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.schema.model.Model;
import dev.plinth.schema.problem.PlinthException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

class BrokenTextTest {
    private static String problems(Runnable reading) {
        PlinthException thrown = catchThrowableOfType(PlinthException.class, reading::run);
        assertThat(thrown).isNotNull();
        return thrown.problems().stream()
                .map(p -> p.code() + " " + p.path() + " " + p.message() + " " + p.hint())
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }

    private static String problemsOf(String yaml) {
        return problems(() -> ModelText.read("m.yaml", yaml));
    }

    @Test
    void everyProblemIsToldAtOnceWithItsLine() {
        assertThat(
                        problemsOf(
                                """
                                format: 1
                                tabels: []
                                tables:
                                  - name: order
                                    columns:
                                      - name: id
                                        type: int
                                        requierd: true
                                      - type: text
                                        required: maybe
                                      - name: id
                                        type: decimal(a)
                                        default: {function: later}
                                    primaryKey: [nummer]
                                    indexes:
                                      - parts: [id]
                                        unique: [yes]
                                    relations:
                                      - columns: []
                                        target: custmer
                                        onDelete: cascad
                                    triggers:
                                      - name: t
                                        events: [insert, delet]
                                        action: {kind: setColumn, column: state}
                                    checks:
                                      - name: c
                                        message: No expression.
                                      - {name: d, cel: a, sql: b}
                                  - name: customer
                                    columns: {id: bigint}
                                  - columns: []
                                """))
                .isEqualTo(
                        """
                        F003 m.yaml:2 The model has no property "tabels". Did you mean "tables"?
                        F010 m.yaml:7 Column "id" of "order" has the type "int", which does not exist. Write integer.
                        F003 m.yaml:8 Column "id" of "order" has no property "requierd". Did you mean "required"?
                        F005 m.yaml:9 Column 2 of "order" has no "name". Add it.
                        F004 m.yaml:10 Column 2 of "order": "required" must be true or false.
                        F008 m.yaml:11 Column "id" of "order" is there twice. Remove or rename one of the two.
                        F010 m.yaml:12 Column "id" of "order" has the type "decimal(a)", which does not exist. Its sizes are whole numbers, as in decimal(12,2).
                        F009 m.yaml:13 Column "id" of "order": "later" means nothing here. Known are now, uuid.
                        F006 m.yaml:14 Table "order" names the column "nummer", which table "order" does not have. Known are id.
                        F007 m.yaml:16 Index 1 of "order" names "id", but several elements are called so. Give them different names, or write # and the id in place of the name.
                        F004 m.yaml:17 Index 1 of "order": "unique" must be a single value.
                        F006 m.yaml:20 Relation 1 of "order" names the table "custmer", which does not exist. Did you mean "customer"?
                        F009 m.yaml:21 Relation 1 of "order": "cascad" means nothing here. Did you mean "cascade"?
                        F009 m.yaml:24 Trigger "t" of "order": "delet" means nothing here. Did you mean "delete"?
                        F006 m.yaml:25 Trigger "t" of "order" names the column "state", which table "order" does not have. Known are id.
                        F005 m.yaml:25 Trigger "t" of "order" has no "value". Add it.
                        F005 m.yaml:27 Check "c" of "order" has no expression. Write it as "cel: …", or as "sql: …" in the database's own words.
                        F011 m.yaml:29 Check "d" of "order" has more than one expression. Keep "cel" or "sql".
                        F004 m.yaml:31 Table "customer": "columns" must be a list; begin each item with "- ".
                        F005 m.yaml:32 Table without a name has no "name". Add it.
                        """
                                .strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tables: [a",
                "tables:\n  - name: a\n   columns: []",
                "\tname: a",
                "a: b: c",
                "{",
                "'",
                "a: \"\\q\"",
                "\u0000"
            })
    void noYamlIsAProblemNotACrash(String text) {
        assertThat(problemsOf(text)).startsWith("F0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a", "x", "3", "tables: 3", "tables: [1, 2]", "tables:\n  - [a]"})
    void theWrongShapeIsTold(String text) {
        assertThat(problemsOf(text)).startsWith("F004 m.yaml:");
    }

    @Test
    void anchorsTagsAndSecondDocumentsAreRefused() {
        assertThat(problemsOf("project: &a x\ntables: !!set []\nviews: *a\n---\nproject: y"))
                .isEqualTo(
                        """
                        F014 m.yaml:1 Here is an anchor or alias, which model files cannot have. Write the value itself; put text that begins with &, * or ! into quotes.
                        F014 m.yaml:2 Here is a tag, which model files cannot have. Write the value itself; put text that begins with &, * or ! into quotes.
                        F014 m.yaml:3 Here is an anchor or alias, which model files cannot have. Write the value itself; put text that begins with &, * or ! into quotes.
                        F014 m.yaml:4 There is a second document in this file. Put it into a file of its own.
                        """
                                .strip());
    }

    @Test
    void bombsAreRefused() {
        assertThat(problemsOf("[".repeat(10_000))).startsWith("F013");
        String json = "{\"a\":".repeat(10_000);
        assertThat(problems(() -> ModelJson.read(json))).startsWith("F013");
    }

    @Test
    void brokenJsonIsToldWithItsElement() {
        assertThat(problems(() -> ModelJson.readTable("{\"name\":\"a\",")))
                .startsWith("F002 line 1 This is not JSON:");
        assertThat(problems(() -> ModelJson.readTable("[]"))).startsWith("F004");
        assertThat(problems(() -> ModelJson.readTable(""))).startsWith("F005");
        assertThat(
                        problems(
                                () ->
                                        ModelJson.readTable(
                                                """
                                                {"id":"1","name":"a","columns":[{"id":"2","name":"b","type":"texd","lable":1}]}
                                                """)))
                .isEqualTo(
                        """
                        F010 tables/a/columns/b Column "b" of "a" has the type "texd", which does not exist. Did you mean "text"?
                        F003 tables/a/columns/b Column "b" of "a" has no property "lable". Did you mean "label"?
                        """
                                .strip());
    }

    @Test
    void problemsOfAllFilesComeTogether() {
        String text =
                problems(
                        () ->
                                ModelFolder.read(
                                        Map.of(
                                                "plinth.yaml", "format: 7",
                                                "tables/a.yaml", "name: x\ncolumns: 3",
                                                "tables/b.yaml", "name: x",
                                                "views/v.yaml", "name: v",
                                                "roles/r.yaml", "nonsense: true",
                                                "choices/c.yaml", ": :")));
        assertThat(text)
                .isEqualTo(
                        """
                        F002 choices/c.yaml:1 This is not YAML: expected <block end>, but found ':'. Look at the indentation and the quotes of this line and the one before.
                        F012 plinth.yaml:1 The model is written in format 7; this Plinth reads format 1. Use a Plinth that knows its format.
                        F004 tables/a.yaml:2 Table "x": "columns" must be a list; begin each item with "- ".
                        F008 tables/b.yaml:1 Table "x" is there twice. The other is in tables/a.yaml:1.
                        F005 views/v.yaml:1 View "v" has no "query". Add it.
                        """
                                .strip());
    }

    @Test
    void whatCannotBeReadIsTold(@TempDir Path folder) throws Exception {
        assertThat(problems(() -> ModelFiles.read(folder))).startsWith("F001").contains("no model");
        assertThat(problems(() -> ModelFiles.read(folder.resolve("none"))))
                .contains("There is no such file or folder.");
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, new byte[] {'a', ':', ' ', (byte) 0xE9});
        assertThat(problems(() -> ModelFiles.read(latin))).contains("not text in UTF-8");
        Path taken = folder.resolve("taken");
        Files.writeString(taken, "");
        assertThat(problems(() -> ModelFiles.write(taken.resolve("x"), "", Model.empty())))
                .contains("cannot be written");
    }
}
