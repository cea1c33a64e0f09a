package dev.plinth.app.cli;

import dev.plinth.schema.check.ModelCheck;
import dev.plinth.schema.check.PortabilityCheck;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.expression.Expressions;
import dev.plinth.schema.expression.Scope;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.IntegerType;

import java.math.BigDecimal;
import java.util.List;

/**
 * Does on another processor, while a model is read, what takes long for the first time: the class
 * of decimals works out large powers, the parser of expressions its tables, and the JVM (25) links
 * each switch over types when it is first come by, which no cache keeps. To plan ahead as well was
 * tried: the command catches up with it, and both link the same.
 */
final class Ahead {
    private Ahead() {}

    /** Starts; nobody needs to wait for it. */
    static void read() {
        start(Ahead::readLittle);
    }

    /** As {@link #read}, and checks. */
    static void check(List<Dialect> dialects) {
        start(
                () -> {
                    readLittle();
                    ModelCheck.problems(little());
                    dialects.forEach(d -> PortabilityCheck.problems(little(), d));
                });
    }

    private static void start(Runnable work) {
        Thread.ofPlatform().daemon().name("ahead").start(work);
    }

    private static void readLittle() {
        Expressions.condition("1 < 2", Scope.of("", List.of()), "");
        BigDecimal.ONE.signum();
    }

    private static Model little() {
        Column id = Column.of("id", "id", IntegerType.NORMAL).withRequired(true);
        Index index =
                new Index("by_id", "by_id", List.of(Index.Part.column("id")), false, null, "");
        Table table =
                Table.of("little", "little", List.of(id))
                        .withPrimaryKey(new PrimaryKey("", List.of("id")))
                        .withIndexes(List.of(index))
                        .withChecks(
                                List.of(
                                        new Check(
                                                "positive",
                                                "positive",
                                                Expression.cel("id > 0"),
                                                "")));
        return new Model(List.of(table), List.of(), List.of());
    }
}
