package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.View;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.TextType;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What views of PostgreSQL have is there again after they were made again. */
class PostgresBelongingsTest {
    private static final String SORT =
            "CREATE FUNCTION sorted(text[]) RETURNS text[] LANGUAGE sql AS"
                    + " 'SELECT array_agg(e ORDER BY e) FROM unnest($1) e'";

    private static final String[] HAVE = {
        "CREATE FUNCTION put() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN INSERT INTO people (id, name) VALUES (NEW.id, NEW.name);"
                + " RETURN NEW; END'",
        "CREATE TRIGGER in_it INSTEAD OF INSERT ON shown FOR EACH ROW EXECUTE FUNCTION put()",
        "COMMENT ON TRIGGER in_it ON shown IS 'it''s in'",
        "CREATE RULE gone AS ON DELETE TO shown WHERE old.id > 0 DO INSTEAD"
                + " DELETE FROM people WHERE id = old.id",
        "CREATE RULE never AS ON DELETE TO shown DO INSTEAD NOTHING",
        "ALTER VIEW shown SET (security_barrier, security_invoker = true)",
        "ALTER VIEW shown ALTER COLUMN name SET DEFAULT 'a; b'",
        "COMMENT ON COLUMN shown.name IS 'no $plinth$ of it''s'",
        "GRANT SELECT, INSERT ON shown TO PUBLIC",
        "GRANT UPDATE ON shown TO pg_monitor WITH GRANT OPTION",
        "GRANT SELECT (id), UPDATE (name) ON shown TO pg_read_all_data",
        "REVOKE TRUNCATE ON shown FROM CURRENT_USER",
        "ALTER DEFAULT PRIVILEGES GRANT DELETE ON TABLES TO pg_monitor",
        "CREATE UNIQUE INDEX kept_id ON kept (id) WHERE id > 0",
        "CREATE INDEX kept_name ON kept (lower(name))",
        "GRANT SELECT ON kept TO pg_monitor"
    };

    private static final String[] LOOK = {
        "SELECT pg_get_triggerdef(oid), obj_description(oid) FROM pg_trigger"
                + " WHERE tgrelid = 'shown'::regclass",
        "SELECT pg_get_ruledef(oid) FROM pg_rewrite WHERE ev_class = 'shown'::regclass"
                + " AND rulename <> '_RETURN' ORDER BY rulename",
        "SELECT relname, sorted(relacl::text[]), sorted(reloptions),"
                + " obj_description(oid, 'pg_class'), pg_get_userbyid(relowner) FROM pg_class"
                + " WHERE relkind IN ('v', 'm') AND relname IN ('shown', 'kept') ORDER BY 1",
        "SELECT attname, sorted(attacl::text[]), col_description(attrelid, attnum),"
                + " pg_get_expr(adbin, adrelid) FROM pg_attribute LEFT JOIN pg_attrdef"
                + " ON adrelid = attrelid AND adnum = attnum"
                + " WHERE attrelid = 'shown'::regclass AND attnum > 0 ORDER BY attnum",
        "SELECT indexdef FROM pg_indexes WHERE tablename = 'kept' ORDER BY 1"
    };

    @Test
    void areGivenBack() throws SQLException {
        try (Lab lab = Lab.on(TestDatabases.POSTGRESQL)) {
            lab.deploy(model(20, ""));
            lab.execute(SORT);
            lab.execute(HAVE);
            List<List<String>> before = looked(lab);
            assertThat(before).noneMatch(List::isEmpty);
            assertThat(lab.titles(model(90, ""))).contains("Create view shown", "Create view kept");
            lab.deploy(model(90, ""));
            assertThat(looked(lab)).isEqualTo(before);
            assertThat(lab.titles(model(90, ""))).isEmpty();
            lab.execute("INSERT INTO shown (id) VALUES (1)");
            assertThat(lab.rows("SELECT * FROM people")).containsExactly("1,a; b");

            Model narrower = model(90, " WHERE 1 > 0");
            assertThat(lab.titles(narrower))
                    .containsExactlyInAnyOrder(
                            "Drop view shown",
                            "Create view shown",
                            "Drop view kept",
                            "Create view kept");
            lab.deploy(narrower);
            assertThat(looked(lab)).isEqualTo(before);
            assertThat(lab.titles(narrower)).isEmpty();
        }
    }

    private static List<List<String>> looked(Lab lab) throws SQLException {
        List<List<String>> all = new ArrayList<>();
        for (String query : LOOK) {
            all.add(lab.rows(query));
        }
        return all;
    }

    private static Model model(int length, String where) {
        Column id = Column.of("id", "id", IntegerType.NORMAL);
        Column name = Column.of("name", "name", new TextType(length));
        Table people = Table.of("people", "people", List.of(id, name));
        return new Model(
                List.of(people),
                List.of(
                        view("shown", "SELECT id, name FROM people" + where),
                        view("kept", "/* materialized */ SELECT id, name FROM people" + where)),
                List.of());
    }

    private static View view(String name, String query) {
        return new View(name, TableName.of(name), "", List.of(), query, "");
    }
}
