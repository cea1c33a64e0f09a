package dev.plinth.data.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.data.access.Access;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.plan.ReadPlanner;
import dev.plinth.data.plan.Stored;
import dev.plinth.data.plan.WriteRow;
import dev.plinth.data.request.Parameter;
import dev.plinth.data.request.QueryParser;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.sql.BoundStatement;
import dev.plinth.data.sql.SelectSql;
import dev.plinth.data.sql.WriteSql;
import dev.plinth.data.sql.WriteSql.Target;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.document.ModelText;
import dev.plinth.testing.requests.RandomRequests;
import dev.plinth.testing.requests.SampleRows;
import dev.plinth.testing.requests.Seeds;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** What requests become for SQL Server, held against what its documentation says. */
class TSqlRequestsTest {
    private static final Dialect SQL_SERVER = Dialects.named("sqlserver");
    private static final Caller CALLER = Caller.administrator("1", "ada@example.org", "Ada");
    private static final Catalog CATALOG = catalog(SampleRows.model());
    private static final VisibleCatalog VISIBLE = Access.of(CATALOG, List.of()).seenBy(CALLER);
    private static final Pattern QUOTED = Pattern.compile("N?'(?:[^']|'')*'|\\[(?:[^]]|]])*]");

    private static final Pattern FORBIDDEN =
            Pattern.compile(
                    "(?i)\\b(LIMIT|RETURNING|ON CONFLICT|ILIKE|NULLS (FIRST|LAST)|TRUE|FALSE|IS NOT"
                            + " DISTINCT|BOOLEAN|JSONB|UUID|TEXT|TIMESTAMPTZ)\\b|::|\\|\\||`"
                            + "|\\b(NOW|RANDOM|LENGTH|SUBSTR|MOD|GREATEST|LEAST)\\s*\\(");

    private static final String FIVE =
            """
            tables:
              - name: t
                primaryKey: [a, b, c, d, e]
                columns:
                  - {name: a, type: bigint, required: true}
                  - {name: b, type: bigint, required: true}
                  - {name: c, type: bigint, required: true}
                  - {name: d, type: bigint, required: true}
                  - {name: e, type: text(10), required: true}
                  - {name: f, type: boolean}
            """;

    private static Catalog catalog(String yaml) {
        return Catalog.of(ModelText.read("m.yaml", yaml).model(), SQL_SERVER, List.of());
    }

    @Test
    void reads() {
        List<String> asked = new ArrayList<>();
        Seeds.each(
                400,
                random -> {
                    String path = new RandomRequests(random).next();
                    try {
                        ReadNode node = plan(path);
                        obeys(
                                SelectSql.read(SQL_SERVER, CALLER, node, SelectSql.Options.PLAIN)
                                        .statement());
                        obeys(SelectSql.count(SQL_SERVER, CALLER, node));
                        asked.add(path);
                    } catch (Refusal refused) {
                        // What it lacks, such as regular expressions.
                        assertThat(refused.getMessage()).isNotEmpty();
                    }
                });
        assertThat(asked).hasSizeGreaterThan(200);
    }

    private static ReadNode plan(String path) {
        String table = path.substring(0, path.indexOf('?'));
        return ReadPlanner.plan(
                VISIBLE,
                Objects.requireNonNull(VISIBLE.table("", table)),
                QueryParser.parse(Parameter.parse(path.substring(path.indexOf('?') + 1))),
                true);
    }

    @Test
    void writes() {
        CatalogTable table = Objects.requireNonNull(catalog(FIVE).table("", "t"));
        List<WriteRow> rows = new ArrayList<>();
        List<List<Object>> keys = new ArrayList<>();
        for (long i = 0; i < 3000; i++) {
            Map<CatalogColumn, Stored> values = new LinkedHashMap<>();
            for (CatalogColumn column : table.columns()) {
                Object value =
                        column.name().equals("e") ? "x" : column.name().equals("f") ? true : i;
                values.put(column, new Stored(value, false));
            }
            rows.add(new WriteRow(values));
            keys.add(List.of(i, i, i, i, "x"));
        }
        List<CatalogColumn> key = table.key();
        List<CatalogColumn> columns = List.copyOf(table.columns());
        for (List<WriteRow> alike : InsertRun.alike(rows)) {
            obeys(WriteSql.insert(SQL_SERVER, CALLER, table, columns, alike));
            obeys(
                    WriteSql.insertReturning(SQL_SERVER, CALLER, table, columns, alike, key)
                            .orElseThrow());
        }
        obeys(
                WriteSql.insertReturning(
                                SQL_SERVER, CALLER, table, List.of(), rows.subList(0, 1), key)
                        .orElseThrow());
        for (List<List<Object>> chunk : Chunks.ofKeys(keys)) {
            Target target = Target.of(table, key, chunk);
            obeys(WriteSql.delete(SQL_SERVER, CALLER, target));
            obeys(WriteSql.select(SQL_SERVER, CALLER, target, key, columns, true));
            obeys(
                    WriteSql.updateReturning(SQL_SERVER, CALLER, target, rows.getFirst(), key)
                            .orElseThrow());
        }
        BoundStatement upsert =
                WriteSql.upsert(
                        SQL_SERVER, CALLER, table, rows.getFirst(), key, columns.subList(5, 6));
        obeys(upsert);
        assertThat(upsert.text()).as("10713: MERGE ends with a semicolon").endsWith(";");
    }

    @Test
    void moreValuesThanItTakesAreRefused() {
        String list = String.join(",", Collections.nCopies(2100, "1"));
        ReadNode node = plan("samples?number=in.(" + list + ")");
        assertThatThrownBy(() -> SelectSql.read(SQL_SERVER, CALLER, node, SelectSql.Options.PLAIN))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2098");
    }

    private static void obeys(BoundStatement statement) {
        String sql = statement.text();
        assertThat(problems(sql, statement.binds().size())).as(sql).isEmpty();
    }

    private static List<String> problems(String sql, int binds) {
        List<String> found = new ArrayList<>();
        var forbidden = FORBIDDEN.matcher(QUOTED.matcher(sql).replaceAll("?"));
        while (forbidden.find()) {
            found.add("102: " + forbidden.group());
        }
        if (binds > 2098) {
            found.add("8003: " + binds + " parameters");
        }
        List<SqlToken> tokens = SqlToken.of(sql);
        found.addAll(scopes(tokens));
        found.addAll(outputs(tokens));
        return found;
    }

    /** What is open between one bracket and its end. */
    private static final class Scope {
        final boolean isWindow;
        boolean sorted;
        boolean cut;
        int lists;

        Scope(boolean isWindow) {
            this.isWindow = isWindow;
        }
    }

    private static List<String> scopes(List<SqlToken> tokens) {
        List<String> found = new ArrayList<>();
        Deque<Scope> open = new ArrayDeque<>(List.of(new Scope(true)));
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            SqlToken before = i == 0 ? token : tokens.get(i - 1);
            Scope scope = open.getFirst();
            if (token.is("(")) {
                open.push(new Scope(before.is("OVER") || before.is("GROUP")));
            } else if (token.is(")")) {
                open.pop();
                if (scope.sorted && !scope.cut && !scope.isWindow) {
                    found.add("1033: ORDER BY within");
                }
            } else if (token.is("ORDER")) {
                scope.sorted = true;
                found.addAll(twice(tokens.subList(i + 2, tokens.size())));
            } else if (token.is("TOP") || token.is("FOR")) {
                scope.cut = true;
            } else if (token.is("OFFSET")) {
                scope.cut = true;
                if (!scope.sorted) {
                    found.add("102: OFFSET without ORDER BY");
                }
            } else if (token.is("VALUES")) {
                scope.lists = 1;
            } else if (token.is(",") && before.is(")") && scope.lists > 0 && ++scope.lists > 1000) {
                found.add("10738: more than 1000 rows");
            }
        }
        return found;
    }

    /** Error 169: what is sorted by is named once. */
    private static List<String> twice(List<SqlToken> afterOrderBy) {
        List<String> keys = new ArrayList<>(List.of(""));
        int depth = 0;
        for (SqlToken token : afterOrderBy) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth < 0 || depth == 0 && (token.is("OFFSET") || token.is("FOR"))) {
                break;
            }
            if (depth == 0 && token.is(",")) {
                keys.add("");
            } else if (!token.is("ASC") && !token.is("DESC")) {
                keys.add(keys.removeLast() + " " + token.text());
            }
        }
        return keys.stream()
                .filter(key -> Collections.frequency(keys, key) > 1)
                .map(key -> "169: sorted twice by" + key)
                .distinct()
                .toList();
    }

    /** Error 334: what goes out goes into a variable. */
    private static List<String> outputs(List<SqlToken> tokens) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("OUTPUT")) {
                int end = i;
                while (end < tokens.size()
                        && !tokens.get(end).is("INTO")
                        && !tokens.get(end).is("VALUES")
                        && !tokens.get(end).is("WHERE")) {
                    end++;
                }
                if (end == tokens.size() || !tokens.get(end).is("INTO")) {
                    found.add("334: OUTPUT without INTO");
                }
            }
        }
        return found;
    }

    @Test
    void theRulesCanFail() {
        assertThat(problems("SELECT a FROM t LIMIT 1", 0)).isNotEmpty();
        assertThat(problems("SELECT a FROM t OFFSET 1 ROWS", 0)).isNotEmpty();
        assertThat(problems("SELECT a FROM (SELECT a FROM t ORDER BY a) x", 0)).isNotEmpty();
        assertThat(problems("SELECT a FROM t ORDER BY a, b, a DESC", 0)).isNotEmpty();
        assertThat(problems("SELECT a FROM t ORDER BY a, b, a + b DESC", 0)).isEmpty();
        assertThat(problems("DELETE FROM t OUTPUT deleted.a WHERE a = 1", 0)).isNotEmpty();
        assertThat(problems("INSERT INTO t VALUES (1)" + ", (1)".repeat(1000), 0)).isNotEmpty();
        assertThat(problems("SELECT 1", 2099)).isNotEmpty();
        assertThat(problems("SELECT [limit] FROM t WHERE a = 'LIMIT'", 2098)).isEmpty();
    }
}
