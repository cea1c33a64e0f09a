package dev.plinth.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class RefusalsDocumentTest {
    private static final Path PAGE = Path.of("../docs/errors.md");
    private static final String BEGIN = "<!-- begin B -->\n";
    private static final String END = "<!-- end B -->";

    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        assertThat(to).isGreaterThanOrEqualTo(from);
        String rows =
                Stream.of(Refusal.values())
                        .map(
                                r ->
                                        "| %s | %d | %s | %s |%n"
                                                .formatted(
                                                        r.code(),
                                                        r.status(),
                                                        r.meaning(),
                                                        r.remedy()))
                        .collect(Collectors.joining());
        String expected =
                page.substring(0, from)
                        + "| code | status | what is wrong | the way out |\n|---|---|---|---|\n"
                        + rows
                        + page.substring(to);
        if (Boolean.getBoolean("plinth.write.docs")) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page)
                    .as("docs/errors.md is stale; its first lines say how to renew it")
                    .isEqualTo(expected);
        }
    }

    @Test
    void everyCodeIsThereOnce() {
        assertThat(Refusal.values())
                .extracting(Refusal::code)
                .doesNotHaveDuplicates()
                .isSorted()
                .allMatch(code -> code.matches("B[0-9]{3}"));
    }
}
