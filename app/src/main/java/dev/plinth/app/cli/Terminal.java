package dev.plinth.app.cli;

import java.util.Optional;

/** The person at the keyboard, if there is one. */
public interface Terminal {
    /** Nobody: input or output is a file or a pipe. */
    Terminal NONE =
            new Terminal() {
                @Override
                public boolean isThere() {
                    return false;
                }

                @Override
                public String ask(String question) {
                    return "";
                }

                @Override
                public String askSecretly(String question) {
                    return "";
                }
            };

    boolean isThere();

    /** The answer to a question; empty when there is none. */
    String ask(String question);

    /** An answer that is not shown while it is typed. */
    String askSecretly(String question);

    /** The terminal of this process. */
    static Terminal ofProcess() {
        java.io.Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return NONE;
        }
        return new Terminal() {
            @Override
            public boolean isThere() {
                return true;
            }

            @Override
            public String ask(String question) {
                return Optional.ofNullable(console.readLine("%s ", question)).orElse("").strip();
            }

            @Override
            public String askSecretly(String question) {
                char[] secret = console.readPassword("%s ", question);
                return secret == null ? "" : new String(secret);
            }
        };
    }
}
