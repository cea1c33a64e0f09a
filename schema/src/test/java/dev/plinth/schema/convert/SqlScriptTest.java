package dev.plinth.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.convert.sketch.IdSource;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.diff.SchemaDiff;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.plan.Planner;
import dev.plinth.schema.problem.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class SqlScriptTest {
    private static Conversion sql(String dialect, String text) {
        return Conversions.convert("sql:" + dialect, "", text, IdSource.DERIVED);
    }

    private static List<String> columns(Model model, String table) {
        return model.tableNamed(TableName.of(table)).orElseThrow().columns().stream()
                .map(c -> c.name() + " " + c.type().text() + (c.required() ? "!" : ""))
                .toList();
    }

    static List<Dialect> dialects() {
        // What is written for Firebird is in blocks that run other statements.
        return Dialects.all().stream().filter(d -> !d.name().equals("firebird")).toList();
    }

    /** What Plinth writes for a database is read again. */
    @ParameterizedTest
    @MethodSource("dialects")
    void ownScriptsAreUnderstood(Dialect dialect) {
        Model model = Conversions.convert("quick", "", QuickTest.COMPANY, IdSource.DERIVED).model();
        Model lowered = Lowering.lower(model, dialect);
        String script =
                Planner.steps(
                                SchemaDiff.between(
                                        Model.empty(), lowered, Set.of(), List.of(), dialect),
                                Model.empty(),
                                lowered,
                                dialect)
                        .stream()
                        .flatMap(s -> s.sql().stream())
                        .map(s -> s + dialect.statements().terminator())
                        .collect(Collectors.joining("\n"));
        assertThat(shape(sql(dialect.name(), script).model())).as(script).isEqualTo(shape(lowered));
    }

    private static List<String> shape(Model model) {
        List<String> shape = new ArrayList<>();
        for (Table table : model.tables()) {
            String columns =
                    table.columns().stream()
                            .map(c -> c.name() + (c.required() ? "!" : "") + (c.identity() != null))
                            .collect(Collectors.joining(","));
            String relations =
                    table.relations().stream()
                            .map(
                                    r ->
                                            model.table(r.target()).orElseThrow().name()
                                                    + ""
                                                    + r.onDelete())
                            .sorted()
                            .collect(Collectors.joining(","));
            shape.add(
                    table.name()
                            + " "
                            + columns
                            + " "
                            + table.columnNames(table.keyColumns())
                            + relations
                            + table.uniques().size());
        }
        return shape.stream().sorted().toList();
    }

    @Test
    void aDumpOfPostgresql() {
        Conversion made =
                sql(
                        "postgres",
                        """
                        SET client_encoding = 'UTF8';
                        CREATE TYPE public.mood AS ENUM ('sad', 'it''s ok');
                        CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN CREATE TABLE hidden (a int); RETURN NEW; END; $$;
                        CREATE TABLE public.film (
                            film_id integer NOT NULL,
                            title character varying(255) DEFAULT 'none'::character varying NOT NULL,
                            rate numeric(4,2) DEFAULT 4.99 NOT NULL,
                            mood public.mood DEFAULT 'sad'::public.mood,
                            tags text[],
                            full_title text GENERATED ALWAYS AS ((title || '!')) STORED,
                            changed timestamp with time zone DEFAULT now() NOT NULL
                        );
                        COPY public.film (film_id, title) FROM stdin;
                        1\tIt's; CREATE TABLE no (
                        \\.
                        ALTER TABLE public.film ALTER COLUMN film_id ADD GENERATED BY DEFAULT AS IDENTITY (
                            SEQUENCE NAME public.s START WITH 1);
                        ALTER TABLE ONLY public.film ADD CONSTRAINT film_pkey PRIMARY KEY (film_id);
                        CREATE TABLE public.copy (film integer);
                        ALTER TABLE ONLY public.copy ADD CONSTRAINT copy_film FOREIGN KEY (film)
                            REFERENCES public.film(film_id) ON UPDATE CASCADE ON DELETE SET NULL NOT VALID;
                        CREATE INDEX film_title ON public.film USING btree (title);
                        CREATE INDEX film_lower ON public.film USING btree (lower(title));
                        COMMENT ON COLUMN public.film.title IS 'What it''s called';
                        """);
        assertThat(columns(made.model(), "film"))
                .containsExactly(
                        "film_id integer!",
                        "title text(255)!",
                        "rate decimal(4,2)!",
                        "mood choice(" + made.model().choices().getFirst().id() + ")",
                        "tags native(text[])",
                        "full_title longtext",
                        "changed timestamptz(6)!");
        Table film = made.model().tableNamed(TableName.of("film")).orElseThrow();
        assertThat(film.columns().getFirst().identity()).isEqualTo(Identity.BY_DEFAULT);
        assertThat(film.columns().stream().map(Column::defaultValue).toList())
                .containsExactly(
                        null,
                        new Default.Value("none"),
                        new Default.Value("4.99"),
                        new Default.Value("sad"),
                        null,
                        null,
                        new Default.Now());
        assertThat(film.columnNamed("title").orElseThrow().comment()).isEqualTo("What it's called");
        assertThat(film.indexes())
                .extracting(i -> i.name() + i.parts().getFirst().expression())
                .containsExactly("film_title", "film_lowerlower(title)");
        assertThat(made.model().tables().get(1).relations())
                .extracting(r -> r.name() + r.onDelete() + r.onUpdate())
                .containsExactly("copy_film" + Relation.Action.SET_NULL + Relation.Action.CASCADE);
        assertThat(made.problems())
                .extracting(Problem::code)
                .containsExactly("T008", "T005", "T008");
    }

    @Test
    void typesWithoutALengthHoldAsMuchAsInTheirDatabase() {
        Model postgres =
                sql("postgres", "CREATE TABLE t (a varchar, b numeric, c numeric(4,1), d char);")
                        .model();
        assertThat(columns(postgres, "t"))
                .containsExactly(
                        "a longtext",
                        "b native(numeric)",
                        "c decimal(4,1)",
                        "d native(character(1))");
        Model mysql =
                sql(
                                "mysql",
                                "CREATE TABLE t (a datetime, b timestamp, c datetime(3), d time,"
                                        + " e decimal, f float, g char, h binary);")
                        .model();
        assertThat(columns(mysql, "t"))
                .containsExactly(
                        "a timestamp(0)",
                        "b timestamptz(0)",
                        "c timestamp(3)",
                        "d time(0)",
                        "e decimal(10,0)",
                        "f real",
                        "g text(1)",
                        "h binary(1)");
        Model oracle = sql("oracle", "CREATE TABLE t (a NUMBER, b NUMBER(9));").model();
        assertThat(columns(oracle, "t")).containsExactly("a native(NUMBER)", "b decimal(9,0)");
    }

    @Test
    void relationsThatWaitAreReadInEitherOrder() {
        Conversion made =
                sql(
                        "postgres",
                        """
                        CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int,
                            FOREIGN KEY (a) REFERENCES t (id) ON DELETE CASCADE INITIALLY DEFERRED,
                            FOREIGN KEY (b) REFERENCES t INITIALLY DEFERRED DEFERRABLE,
                            FOREIGN KEY (c) REFERENCES t DEFERRABLE);
                        """);
        assertThat(made.problems()).isEmpty();
        assertThat(made.model().tables().getFirst().relations())
                .extracting(Relation::deferral)
                .containsExactly(Deferral.DEFERRED, Deferral.DEFERRED, Deferral.IMMEDIATE);
    }

    /** They begin lines of SQL*Plus, but only where no statement has begun. */
    @Test
    void columnsAreNamedAsCommandsAre() {
        Conversion made =
                sql(
                        "oracle",
                        """
                        REM that is a remark; CREATE TABLE no (a int)
                        CREATE TABLE t (
                            removed int, -- by whom
                            prompt varchar(9),
                            rem int
                        );
                        PROMPT done (
                        CREATE TABLE u (a int);
                        """);
        assertThat(made.problems()).isEmpty();
        assertThat(made.model().tables()).hasSize(2);
        assertThat(made.model().tables().getFirst().columns())
                .extracting(Column::name)
                .containsExactly("removed", "prompt", "rem");
    }

    @Test
    void aDumpOfMysql() {
        Model made =
                sql(
                                "mysql",
                                """
                                /*!40101 SET NAMES utf8 */;
                                # a comment; with a semicolon
                                CREATE TABLE `a` (
                                  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
                                  `kind` enum('x','y') DEFAULT 'x' COMMENT 'it\\'s; here',
                                  `open` tinyint(1) NOT NULL DEFAULT '1',
                                  `at` datetime(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
                                  PRIMARY KEY (`id`),
                                  UNIQUE KEY `a_kind` (`kind`,`open`),
                                  KEY `a_at` (`at`) USING BTREE,
                                  CONSTRAINT `fk` FOREIGN KEY (`id`) REFERENCES `b` (`id`) ON DELETE CASCADE
                                ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='The a''s';
                                INSERT INTO `a` VALUES (1,'x;(',1,NULL);
                                CREATE TABLE b (id int(10) unsigned NOT NULL);
                                ALTER TABLE `b` ADD PRIMARY KEY (`id`), ADD KEY `k` (`id`);
                                ALTER TABLE `b` MODIFY `id` int(10) unsigned NOT NULL AUTO_INCREMENT;
                                """)
                        .model();
        assertThat(made.tables()).extracting(t -> t.name().name()).containsExactly("a", "b");
        Table a = made.tables().getFirst();
        assertThat(a.comment()).isEqualTo("The a's");
        assertThat(a.columnNamed("kind").orElseThrow().comment()).isEqualTo("it's; here");
        assertThat(a.columnNamed("open").orElseThrow().defaultValue())
                .isEqualTo(new Default.Value("true"));
        assertThat(a.columnNamed("at").orElseThrow().defaultValue()).isEqualTo(new Default.Now());
        assertThat(a.uniques()).hasSize(1);
        assertThat(a.relations()).hasSize(1);
        assertThat(made.tables().get(1).columns().getFirst().identity()).isNotNull();
    }

    @Test
    void aScriptOfSqlServer() {
        Model made =
                sql(
                                "sqlserver",
                                """
                                USE [shop]
                                GO
                                CREATE TABLE [dbo].[Order Lines](
                                	[Id] [int] IDENTITY(1,1) NOT NULL,
                                	[Name] [nvarchar](max) NULL,
                                	[Qty] [decimal](10, 2) NOT NULL DEFAULT ((0)),
                                 CONSTRAINT [PK] PRIMARY KEY CLUSTERED ([Id] ASC) WITH (PAD_INDEX = OFF) ON [PRIMARY]
                                ) ON [PRIMARY] TEXTIMAGE_ON [PRIMARY]
                                GO
                                ALTER TABLE [dbo].[Order Lines] WITH CHECK ADD CONSTRAINT [FK] FOREIGN KEY([Id])
                                REFERENCES [dbo].[Order Lines] ([Id])
                                GO
                                """)
                        .model();
        assertThat(columns(made, "Order Lines"))
                .containsExactly("Id integer!", "Name longtext", "Qty decimal(10,2)!");
        Table lines = made.tables().getFirst();
        assertThat(lines.columns().getLast().defaultValue()).isEqualTo(new Default.Value("0.00"));
        assertThat(lines.relations()).hasSize(1);
    }

    /** As db2look writes it, without what is about storage. */
    @Test
    void aScriptOfDb2() {
        Conversion made =
                sql(
                        "db2",
                        """
                        CONNECT TO SHOP;
                        SET CURRENT SCHEMA = "SHOP";
                        CREATE TABLE "SHOP"."CUSTOMER" (
                            "ID" BIGINT NOT NULL GENERATED BY DEFAULT AS IDENTITY (
                                START WITH +1
                                INCREMENT BY +1
                                CACHE 20
                                NO ORDER ) ,
                            "NAME" VARCHAR(40 OCTETS) NOT NULL WITH DEFAULT 'none' ,
                            "CITY" VARCHAR(30 CODEUNITS32) ,
                            "COUNTRY" CHAR(2 OCTETS) NOT NULL ,
                            "NOTE" CLOB(1048576 OCTETS) LOGGED NOT COMPACT ,
                            "PHOTO" BLOB(2M) ,
                            "KEY" CHAR(16 OCTETS) FOR BIT DATA ,
                            "MAIL" VARCHAR(99 OCTETS) WITH DEFAULT 'a@b.c' ,
                            "SINCE" TIMESTAMP(6) NOT NULL WITH DEFAULT CURRENT TIMESTAMP ,
                            "OPENS" TIME )
                            IN "USERSPACE1"
                            ORGANIZE BY ROW;
                        COMMENT ON TABLE "SHOP"."CUSTOMER" IS 'who buys';
                        ALTER TABLE "SHOP"."CUSTOMER"
                            ADD CONSTRAINT "CUSTOMER_PK" PRIMARY KEY
                                ("ID")
                            ENFORCED;
                        CREATE TABLE "SHOP"."ORDERS" ("ID" INTEGER NOT NULL, "BY" BIGINT)
                            IN "USERSPACE1";
                        ALTER TABLE "SHOP"."ORDERS"
                            ADD CONSTRAINT "ORDERS_BY" FOREIGN KEY
                                ("BY")
                            REFERENCES "SHOP"."CUSTOMER"
                                ("ID")
                            ON DELETE CASCADE
                            ON UPDATE NO ACTION
                            ENFORCED
                            ENABLE QUERY OPTIMIZATION;
                        CREATE UNIQUE INDEX "SHOP"."MAILS" ON "SHOP"."CUSTOMER"
                            ("MAIL" ASC)
                            EXCLUDE NULL KEYS
                            COMPRESS NO
                            INCLUDE NULL KEYS ALLOW REVERSE SCANS;
                        --#SET TERMINATOR @
                        CREATE TRIGGER "SHOP"."STAMP" BEFORE INSERT ON "SHOP"."ORDERS"
                        REFERENCING NEW AS N FOR EACH ROW
                        BEGIN
                            SET N.ID = 1;
                        END
                        @
                        --#SET TERMINATOR ;
                        COMMIT WORK;
                        CONNECT RESET;
                        TERMINATE;
                        """);
        assertThat(columns(made.model(), "CUSTOMER"))
                .containsExactly(
                        "ID bigint!",
                        "NAME text(40)!",
                        "CITY text(30)",
                        "COUNTRY native(CHAR(2))!",
                        "NOTE longtext",
                        "PHOTO binary",
                        "KEY binary(16)",
                        "MAIL text(99)",
                        "SINCE timestamp(6)!",
                        "OPENS time(0)");
        Table customer = made.model().tableNamed(TableName.of("CUSTOMER")).orElseThrow();
        assertThat(customer.columns().getFirst().identity()).isEqualTo(Identity.BY_DEFAULT);
        assertThat(customer.columnNamed("SINCE").orElseThrow().defaultValue())
                .isEqualTo(new Default.Now());
        assertThat(customer.columnNamed("MAIL").orElseThrow().defaultValue())
                .isEqualTo(new Default.Value("a@b.c"));
        assertThat(customer.comment()).isEqualTo("who buys");
        assertThat(customer.columnNames(customer.keyColumns())).containsExactly("ID");
        assertThat(customer.indexes()).hasSize(1);
        assertThat(
                        made.model()
                                .tableNamed(TableName.of("ORDERS"))
                                .orElseThrow()
                                .relations()
                                .getFirst()
                                .onDelete())
                .isEqualTo(Relation.Action.CASCADE);
        assertThat(made.problems())
                .extracting(Problem::message)
                .contains("A trigger was left out.");
    }
}
