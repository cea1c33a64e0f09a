package dev.plinth.app.cli;

import dev.plinth.app.Plinth;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One command, run through the real entry point in this process. */
record Run(int code, String out, String err) {
    /** Runs a command without a terminal. */
    static Run of(String... command) {
        return with(Map.of(), List.of(), command);
    }

    /** Runs a command with variables of the environment. */
    static Run with(Map<String, String> environment, String... command) {
        return with(environment, List.of(), command);
    }

    /** Runs a command on a terminal at which somebody gives these answers. */
    static Run answering(List<String> answers, String... command) {
        return with(Map.of(), answers, command);
    }

    private static Run with(
            Map<String, String> environment, List<String> answers, String... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = answers.isEmpty() ? Terminal.NONE : new Answers(answers);
        int code =
                Plinth.run(
                        new Output(
                                new PrintStream(out, false, StandardCharsets.UTF_8),
                                new PrintStream(err, false, StandardCharsets.UTF_8),
                                () -> terminal,
                                new HashMap<>(environment)),
                        command);
        return new Run(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Somebody at a terminal. */
    private record Answers(Deque<String> left) implements Terminal {
        Answers(List<String> answers) {
            this(new ArrayDeque<>(answers));
        }

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public String ask(String question) {
            return left.isEmpty() ? "" : left.removeFirst();
        }

        @Override
        public String askSecretly(String question) {
            return ask(question);
        }
    }
}
