package dev.plinth.data.sql;

import dev.plinth.data.access.Caller;
import dev.plinth.data.plan.Call;
import dev.plinth.data.plan.Call.Argument;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.dialect.CallArgument;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.type.LongTextType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says calls of functions. */
public final class CallSql {
    private final Draft draft;

    CallSql(Draft draft) {
        this.draft = draft;
    }

    /** A statement that calls a function for what it does. */
    public static BoundStatement run(Dialect dialect, Caller caller, Call call) {
        Draft draft = new Draft(dialect, caller);
        return draft.finish(Sql.of("SELECT ").plus(new CallSql(draft).call(call)));
    }

    /**
     * A statement that tells functions something; empty when this database's cannot be told.
     *
     * @param facts by the name that they are known by
     */
    public static Optional<BoundStatement> tell(
            Dialect dialect, Caller caller, Map<String, String> facts) {
        Draft draft = new Draft(dialect, caller);
        List<Sql> said = new ArrayList<>();
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            Optional<Sql> one =
                    draft.bind(new LongTextType(), fact.getKey())
                            .saidMaybe(
                                    dialect.queries()::tell,
                                    draft.bind(new LongTextType(), fact.getValue()));
            one.ifPresent(said::add);
        }
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(draft.finish(Sql.of("SELECT ").plus(Sql.joined(Sql.COMMA, said))));
    }

    /** A statement that reads what functions told; empty when this database's cannot tell. */
    public static Optional<BoundStatement> told(
            Dialect dialect, Caller caller, List<String> names) {
        Draft draft = new Draft(dialect, caller);
        List<Sql> said = new ArrayList<>();
        for (String name : names) {
            draft.bind(new LongTextType(), name)
                    .saidMaybe(dialect.queries()::told)
                    .ifPresent(said::add);
        }
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(draft.finish(Sql.of("SELECT ").plus(Sql.joined(Sql.COMMA, said))));
    }

    /** What a function gives, as it stands after FROM. */
    Sql named(Call call, Sql alias) {
        if (!call.routine().isOfValues()) {
            return call(call).plus(" ").plus(alias);
        }
        // As a value of SELECT even a row of unknown columns is one value.
        return Sql.of("(SELECT ")
                .plus(call(call))
                .plus(" AS ")
                .plus(Sql.column(call.routine().rows().columns().iterator().next()))
                .plus(") ")
                .plus(alias);
    }

    private Sql call(Call call) {
        List<CallArgument> arguments = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            String name = argument.parameter().name();
            arguments.add(
                    new CallArgument(
                            name.isEmpty() ? "" : draft.dialect().names().quote(name),
                            draft.bind(argument.type(), argument.value()).text(),
                            argument.parameter().variadic()));
        }
        return Sql.routine(call.routine())
                .saidMaybe(r -> draft.dialect().queries().call(r, arguments))
                .orElseThrow(
                        () ->
                                new Refusal(
                                        Reason.NOT_HERE,
                                        draft.dialect().title()
                                                + " has no functions that can be called"));
    }
}
