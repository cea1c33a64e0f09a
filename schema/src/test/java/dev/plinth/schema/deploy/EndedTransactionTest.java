package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Statements;
import dev.plinth.schema.document.ModelText;
import dev.plinth.schema.model.Model;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database with transactional structure, of which one statement ends the transaction, as Db2's
 * REORG does: PostgreSQL, whose columns are told to do so when they are dropped.
 */
class EndedTransactionTest {
    private static final String BEFORE =
            """
            tables:
              - name: item
                id: item
                primaryKey: id
                columns:
                  - {name: id, id: item_id, type: bigint}
                  - {name: code, id: item_code, type: text(20)}
            """;
    private static final String AFTER =
            """
            tables:
              - name: item
                id: item
                primaryKey: id
                columns:
                  - {name: id, id: item_id, type: bigint}
                  - {name: name, id: item_name, type: text(20)}
            """;
    private static final String MORE =
            """
            tables:
              - name: item
                id: item
                primaryKey: id
                columns:
                  - {name: id, id: item_id, type: bigint}
                  - {name: name, id: item_name, type: text(20)}
                  - {name: more, id: item_more, type: text(20)}
                  - {name: most, id: item_most, type: text(20)}
            """;

    private final AtomicInteger mended = new AtomicInteger();

    private static Model model(String yaml) {
        return ModelText.read("model.yaml", yaml).model();
    }

    private Lab lab() {
        Lab plain = Lab.on(TestDatabases.POSTGRESQL);
        Dialect dialect = ending(plain.dialect());
        return new Lab(
                plain.database(),
                dialect,
                new Deployer(dialect, plain.database()::connect, List.of()));
    }

    private Dialect ending(Dialect dialect) {
        Statements statements = dialect.statements();
        Statements ending =
                proxy(
                        Statements.class,
                        (method, arguments) ->
                                method.equals("endsTransaction")
                                        ? arguments[0] instanceof Change.DropColumn
                                        : null,
                        statements);
        return proxy(
                Dialect.class,
                (method, arguments) -> {
                    if (method.equals("afterInterruption")) {
                        mended.incrementAndGet();
                    }
                    return method.equals("statements") ? ending : null;
                },
                dialect);
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer own, T other) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> {
                            Object answer = own.to(method.getName(), arguments);
                            try {
                                return answer == null ? method.invoke(other, arguments) : answer;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }

    /**
     * Whether a deployment that is killed somewhere, each time by so many statements later, leaves
     * a part of it done.
     */
    private boolean canBeHalfDone(Lab lab, Model model, int stride) throws SQLException {
        int all = lab.titles(model).size();
        for (int at = 1; KilledConnections.deploy(lab, model, at); at += stride) {
            int left = lab.titles(model).size();
            if (left > 0 && left < all) {
                return true;
            }
        }
        return false;
    }

    @Test
    void eachStatementOfItsPlanIsCommitted() throws SQLException {
        try (Lab lab = lab()) {
            lab.deploy(model(BEFORE));
            lab.execute("INSERT INTO \"item\" (\"id\", \"code\") VALUES (1, 'a')");
            assertThat(mended).hasValue(0);
            assertThat(canBeHalfDone(lab, model(AFTER), 2)).isTrue();
            assertThat(mended.get()).isPositive();
            lab.deploy(model(AFTER));
            assertThat(lab.titles(model(AFTER))).isEmpty();
            mended.set(0);
            assertThat(canBeHalfDone(lab, model(MORE), 7)).isFalse();
            assertThat(lab.titles(model(MORE))).isEmpty();
        }
    }
}
