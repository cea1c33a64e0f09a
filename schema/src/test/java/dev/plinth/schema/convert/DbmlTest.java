package dev.plinth.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.schema.convert.sketch.IdSource;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import org.junit.jupiter.api.Test;

import java.util.List;

class DbmlTest {
    private static final String BLOG =
            """
            Project blog { database_type: 'PostgreSQL' Note: 'x' }
            // who writes
            Table users as U [headercolor: #3498db] {
              id integer [pk, increment]
              name varchar(80) [not null, unique, note: 'it\\'s theirs']
              state state [default: 'new']
              rating decimal(4,2) [default: -1.5]
              created timestamptz [default: `now()`]
              Note: '''All
              of them'''
            }
            Enum state { new [note: 'x'] "on leave" }
            Table public.posts {
              id bigint [pk]
              author int [ref: > U.id]
              title "character varying(200)"
              odd geometry
              indexes {
                (author, title) [unique, name: 'by_author']
                title
                `lower(title)`
              }
            }
            Table tags {
              post bigint [not null]
              word text(40)
              indexes { (post, word) [pk] }
            }
            Ref tagged: tags.post > posts.id [delete: cascade, update: set null]
            Ref { posts.id <> users.id }
            TableGroup all { users posts }
            """;

    private static Conversion dbml(String text) {
        return Conversions.convert("dbml", "", text, IdSource.DERIVED);
    }

    @Test
    void tablesEnumsAndRelationsAreRead() {
        Conversion made = dbml(BLOG);
        List<Table> tables = made.model().tables();
        assertThat(tables)
                .extracting(t -> t.name().name())
                .containsExactly("users", "posts", "tags");
        Table users = tables.get(0);
        assertThat(users.comment()).startsWith("All");
        assertThat(users.columns().get(1).comment()).isEqualTo("it's theirs");
        assertThat(users.columns().stream().map(c -> c.defaultValue()).toList())
                .containsExactly(
                        null,
                        null,
                        new Default.Value("new"),
                        new Default.Value("-1.50"),
                        new Default.Now());
        assertThat(made.model().choices().getFirst().values()).containsExactly("new", "on leave");
        Table posts = tables.get(1);
        assertThat(posts.relations()).extracting(Relation::target).containsExactly(users.id());
        assertThat(posts.uniques()).hasSize(1);
        assertThat(posts.indexes()).hasSize(1);
        Table tags = tables.get(2);
        assertThat(tags.keyColumns()).hasSize(2);
        assertThat(tags.relations())
                .extracting(r -> r.name() + r.onDelete() + r.onUpdate())
                .containsExactly("tagged" + Relation.Action.CASCADE + Relation.Action.SET_NULL);
        assertThat(made.problems())
                .extracting(p -> p.path() + " " + p.code())
                .containsExactly("line 17 T005", "line 21 T008", "line 30 T008");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Model model = Conversions.convert("quick", "", QuickTest.COMPANY, IdSource.DERIVED).model();
        Model blog = dbml(BLOG).model();
        for (Model each : List.of(model, blog)) {
            Model again = dbml(Exports.write(each, "dbml")).model();
            assertThat(again.tables()).hasSameSizeAs(each.tables());
            for (int i = 0; i < each.tables().size(); i++) {
                Table was = each.tables().get(i).withChecks(List.of());
                assertThat(again.tables().get(i)).isEqualTo(was);
            }
        }
    }

    @Test
    void whatIsNotUnderstoodIsToldWithItsLine() {
        PlinthException wrong =
                catchThrowableOfType(PlinthException.class, () -> dbml("Tabel x {\n}\nTable y"));
        assertThat(wrong.problems())
                .extracting(p -> p.path() + " " + p.code())
                .contains("line 1 T003", "line 3 T003");
        assertThat(wrong.problems()).allMatch(Problem::isError);
    }

    @Test
    void aDiagramOfMermaid() {
        assertThat(Exports.write(dbml(BLOG).model(), "mermaid"))
                .startsWith("erDiagram\n    \"users\" {\n        integer id PK\n")
                .contains("        text(80) name UK \"it's theirs\"\n")
                .contains("    \"posts\" ||--o{ \"tags\" : \"tagged\"\n")
                .contains("    \"users\" |o--o{ \"posts\" : \"author\"\n");
    }
}
