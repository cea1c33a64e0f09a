package dev.plinth.app.cli;

import dev.plinth.schema.problem.Problem;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Understands a command line with all its options and tells how it is meant when it is wrong. Takes
 * most of the time of a short command, which is why {@link PlainArguments} goes ahead of it.
 */
final class CommandParser {
    private final Object root;
    private final Output output;
    private final Function<Exception, Integer> failure;

    /**
     * @param root the command without a name, annotated for picocli
     * @param failure tells what went wrong and gives the exit code
     */
    CommandParser(Object root, Output output, Function<Exception, Integer> failure) {
        this.root = root;
        this.output = output;
        this.failure = failure;
    }

    int run(Map<String, Supplier<Object>> commands, String... arguments) {
        CommandLine line = new CommandLine(root);
        String first = arguments.length == 0 ? "" : arguments[0];
        Supplier<Object> wanted = commands.get(first);
        if (wanted != null) {
            line.addSubcommand(first, wanted.get());
        } else {
            commands.forEach((name, maker) -> line.addSubcommand(name, maker.get()));
        }
        line.getSubcommands()
                .values()
                .forEach(c -> c.getCommandSpec().version(line.getCommandSpec().version()));
        line.setOut(new PrintWriter(output.out(), true));
        line.setParameterExceptionHandler((e, args) -> usage(e));
        line.setExecutionExceptionHandler((e, command, parsed) -> failure.apply(e));
        return line.execute(arguments);
    }

    private int usage(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        String sentence = String.valueOf(e.getMessage()).strip();
        output.problems(
                List.of(
                        Problem.error(
                                CommandCode.USAGE.code(),
                                "",
                                sentence.endsWith(".") ? sentence : sentence + ".",
                                command.qualifiedName() + " --help tells how.")));
        return Commands.ERROR;
    }
}
