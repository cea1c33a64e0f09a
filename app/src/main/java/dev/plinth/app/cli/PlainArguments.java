package dev.plinth.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The commands that people wait for most, in their usual form: {@code ddl MODEL --dialect D}.
 * Whatever else stands on the command line is left to {@link CommandParser}, whose library takes
 * longer to load than these commands take to run.
 */
final class PlainArguments {
    private PlainArguments() {}

    /** The command, or empty when its arguments are not of the usual form. */
    static Optional<Callable<Integer>> of(Output output, String... arguments) {
        List<String> models = new ArrayList<>();
        List<String> dialects = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i].equals("--dialect") && i + 1 < arguments.length) {
                i++;
                dialects.add(arguments[i]);
            } else {
                models.add(arguments[i]);
            }
        }
        boolean usual =
                models.size() == 1
                        && !models.getFirst().startsWith("-")
                        && dialects.stream().noneMatch(d -> d.startsWith("-") || d.contains(","));
        if (!usual) {
            return Optional.empty();
        }
        Path model = Path.of(models.getFirst());
        return switch (arguments[0]) {
            case "validate" -> Optional.of(new ValidateCommand(output, model, dialects));
            case "ddl" ->
                    dialects.size() == 1
                            ? Optional.of(new DdlCommand(output, model, dialects.getFirst()))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }
}
