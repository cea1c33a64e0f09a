package dev.plinth.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.convert.sketch.IdSource;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Statements without ends, several changes behind one word, tables like others. */
class UnendedScriptTest {
    private static Conversion sql(String dialect, String text) {
        return Conversions.convert("sql:" + dialect, "", text, IdSource.DERIVED);
    }

    private static Table table(Conversion made, String name) {
        return made.model().tableNamed(TableName.of(name)).orElseThrow();
    }

    private static List<String> columns(Table table) {
        return table.columns().stream()
                .map(c -> c.name() + " " + c.type().text() + (c.required() ? "!" : ""))
                .toList();
    }

    @Test
    void aBatchOfSqlServerWithoutSemicolons() {
        Conversion made =
                sql(
                        "sqlserver",
                        """
                        IF NOT EXISTS (SELECT 1 FROM sys.objects WHERE name = 'a')
                        BEGIN
                        CREATE TABLE [a] (
                            [id] [int] IDENTITY (1, 1) NOT NULL,
                            [n] [varchar] (64) NOT NULL,
                            [m] [int] NULL
                        ) ON [PRIMARY]
                        CREATE UNIQUE INDEX [a_n] ON [a] ([n])
                        END
                        IF OBJECT_ID('b') IS NULL CREATE TABLE b (a_id int not null)
                        INSERT INTO b VALUES (1)
                        GO
                        ALTER TABLE [a] WITH NOCHECK ADD
                            CONSTRAINT [DF_a_n] DEFAULT ('') FOR [n],
                            CONSTRAINT [DF_a_m] DEFAULT (null) FOR [m],
                            CONSTRAINT [PK_a] PRIMARY KEY CLUSTERED ([id]) ON [PRIMARY],
                            CHECK ([m] > 0)
                        GO
                        ALTER TABLE b ADD x int, y int not null,
                            FOREIGN KEY (a_id) REFERENCES a (id)
                        GO
                        """);
        assertThat(columns(table(made, "a")))
                .containsExactly("id integer!", "n text(64)!", "m integer");
        assertThat(columns(table(made, "b")))
                .containsExactly("a_id integer!", "x integer", "y integer!");
        Table a = table(made, "a");
        assertThat(a.columnNames(a.keyColumns())).containsExactly("id");
        assertThat(a.columnNamed("n").map(Column::defaultValue)).contains(new Default.Value(""));
        assertThat(a.checks()).hasSize(1);
        assertThat(a.indexes()).hasSize(1);
        assertThat(table(made, "b").relations()).hasSize(1);
        assertThat(made.problems())
                .extracting(p -> p.message())
                .containsExactly("Rows are left out; a model has none.");
    }

    @Test
    void aScriptWithoutEnds() {
        Conversion made =
                sql(
                        "db2",
                        """
                        # of others
                        #
                        create table a (id int not null, primary key (id))

                        create table b (
                            id int,
                            foreign key (id) references a(id)
                        )
                        create index b_id on b (id)
                        """);
        assertThat(made.model().tables()).hasSize(2);
        assertThat(table(made, "b").relations()).hasSize(1);
        assertThat(table(made, "b").indexes()).hasSize(1);
        assertThat(made.problems()).isEmpty();
    }

    @Test
    void aTableLikeAnotherOfPostgresql() {
        Conversion made =
                sql(
                        "postgres",
                        """
                        CREATE TABLE a (
                            id serial PRIMARY KEY,
                            n varchar(20) NOT NULL DEFAULT 'x' UNIQUE,
                            m int CONSTRAINT positive CHECK (m > 0)
                        );
                        CREATE INDEX a_m ON a (m);
                        CREATE TABLE bare (LIKE a, more date);
                        CREATE TABLE whole (LIKE public.a INCLUDING ALL EXCLUDING INDEXES);
                        CREATE TABLE keyed (LIKE a INCLUDING INDEXES);
                        CREATE TABLE lost (LIKE nothing, x int);
                        CREATE TABLE plain ("like" int);
                        """);
        Table bare = table(made, "bare");
        assertThat(columns(bare))
                .containsExactly("id integer!", "n text(20)!", "m integer", "more date");
        assertThat(bare.columns()).allMatch(c -> c.defaultValue() == null);
        assertThat(bare.primaryKey()).isNull();
        Table whole = table(made, "whole");
        assertThat(whole.columnNamed("n").map(Column::defaultValue))
                .contains(new Default.Value("x"));
        assertThat(whole.columnNamed("id").map(Column::identity)).isPresent();
        assertThat(whole.checks()).hasSize(1);
        assertThat(whole.primaryKey()).isNull();
        Table keyed = table(made, "keyed");
        assertThat(keyed.columnNames(keyed.keyColumns())).containsExactly("id");
        assertThat(keyed.uniques()).hasSize(1);
        assertThat(keyed.indexes()).hasSize(1);
        assertThat(columns(table(made, "lost"))).containsExactly("x integer");
        assertThat(columns(table(made, "plain"))).containsExactly("like integer");
        assertThat(made.problems())
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.message()).contains("lost").contains("nothing");
                            assertThat(p.path()).contains("10");
                        });
    }

    @Test
    void aTableLikeAnotherOfMySql() {
        Conversion made =
                sql(
                        "mysql",
                        """
                        CREATE TABLE `a` (
                            # It's first; always
                            `id` int NOT NULL AUTO_INCREMENT, # it's the key; (
                            `n` varchar(20) DEFAULT 'x' COMMENT 'why # not',
                            PRIMARY KEY (`id`), UNIQUE KEY `u` (`n`)
                        );
                        CREATE TABLE IF NOT EXISTS `b` LIKE `a`;
                        CREATE TABLE c (LIKE a);
                        CREATE TABLE d LIKE nothing;
                        """);
        for (String name : List.of("b", "c")) {
            Table copy = table(made, name);
            assertThat(columns(copy)).containsExactly("id integer!", "n text(20)");
            assertThat(copy.columnNames(copy.keyColumns())).containsExactly("id");
            assertThat(copy.columnNamed("id").map(Column::identity)).isPresent();
            assertThat(copy.columnNamed("n").map(Column::comment)).contains("why # not");
            assertThat(copy.uniques()).hasSize(1);
        }
        assertThat(made.model().tables()).hasSize(3);
        assertThat(made.problems()).singleElement();
    }
}
