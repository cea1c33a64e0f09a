package dev.plinth.app.cli;

import dev.plinth.schema.problem.PlinthException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Runs one command of the command line and says in words what went wrong. */
public final class Commands {
    /** Done. */
    static final int DONE = 0;

    /** An error; also what picocli would give 2 for, which here means that there are changes. */
    static final int ERROR = 1;

    /** There are changes to be made. */
    static final int CHANGES = 2;

    /** Not run, because somebody has to agree first. */
    static final int REFUSED = 3;

    /** Refusals of a deployment: changed since, without consent, rows in the way, a question. */
    private static final List<String> REFUSALS =
            List.of("D201", "D202", "D203", "D214", "D216", CommandCode.NOT_CONFIRMED.code());

    private final LinkedHashMap<String, Supplier<Object>> makers = new LinkedHashMap<>();
    private final Object root;
    private final Output output;

    /**
     * @param root the command without a name, annotated for picocli
     */
    public Commands(Object root, Output output) {
        this.root = root;
        this.output = output;
        add("inspect", () -> new InspectCommand(output));
        add("convert", () -> new ConvertCommand(output));
        add("export", () -> new ExportCommand(output));
        add("validate", () -> new ValidateCommand(output));
        add("ddl", () -> new DdlCommand(output));
        add("plan", () -> new PlanCommand(output));
        add("apply", () -> new ApplyCommand(output));
        add("import", () -> new ImportCommand(output));
        add("undo", () -> new UndoCommand(output));
        add("kept", () -> new KeptCommand(output));
        add("diff", () -> new DiffCommand(output));
        add("doctor", () -> new DoctorCommand(output));
    }

    /** Adds a command that is made only when it, or the list of all, is asked for. */
    public Commands addFirst(String name, Supplier<Object> maker) {
        makers.putFirst(name, maker);
        return this;
    }

    private void add(String name, Supplier<Object> maker) {
        makers.put(name, maker);
    }

    /** Whether a command opens no database, so that nothing needs to be closed after it. */
    public static boolean leavesNothing(String... arguments) {
        return arguments[0].equals("validate") || arguments[0].equals("ddl");
    }

    /** Runs a command and gives the exit code. */
    public int run(String... arguments) {
        Optional<Callable<Integer>> plain = PlainArguments.of(output, arguments);
        int code =
                plain.isPresent()
                        ? call(plain.get())
                        : new CommandParser(root, output, this::failure).run(makers, arguments);
        output.finish();
        return code;
    }

    private int call(Callable<Integer> command) {
        try {
            return command.call();
        } catch (Exception e) {
            return failure(e);
        }
    }

    private int failure(Exception e) {
        if (e instanceof PlinthException refused) {
            output.problems(refused.problems());
            boolean refusal =
                    refused.problems().stream().allMatch(p -> REFUSALS.contains(p.code()));
            trace(e);
            return refusal ? REFUSED : ERROR;
        }
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        output.problems(
                CommandCode.FAILED
                        .because("Plinth failed: " + reason.lines().findFirst().orElse(""))
                        .problems());
        trace(e);
        return ERROR;
    }

    private void trace(Exception e) {
        if (output.environment("PLINTH_TRACE").equals("1")) {
            e.printStackTrace(output.err());
        }
    }
}
