package dev.plinth.app;

import dev.plinth.app.web.Refusal;
import dev.plinth.app.web.RefusedException;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import org.springframework.boot.web.server.PortInUseException;

import java.net.BindException;

/** Says on standard error why the server does not start. */
final class StartFailure {
    private StartFailure() {}

    static void print(RuntimeException failure, int port) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case PlinthException known -> {
                    known.problems().forEach(StartFailure::print);
                    return;
                }
                case RefusedException refused -> {
                    if (refused.problems().isEmpty()) {
                        print(refused.refusal().code(), refused.detail(), refused.hint());
                    }
                    refused.problems().forEach(StartFailure::print);
                    return;
                }
                case PortInUseException used -> {
                    print(
                            Refusal.PORT_IN_USE.code(),
                            "Port " + used.getPort() + " is in use.",
                            "Choose another with --port; 0 takes any free one.");
                    return;
                }
                case BindException bind -> {
                    print(
                            Refusal.PORT_IN_USE.code(),
                            "The server cannot listen on this address and port " + port + ".",
                            "Check --host and --port.");
                    return;
                }
                default -> {
                    // The reason may lie deeper.
                }
            }
        }
        failure.printStackTrace();
    }

    private static void print(Problem problem) {
        print(problem.code(), problem.message(), problem.hint());
    }

    private static void print(String code, String sentence, String hint) {
        System.err.println("plinth: " + code + " " + sentence);
        if (!hint.isEmpty()) {
            System.err.println("  hint: " + hint);
        }
    }
}
