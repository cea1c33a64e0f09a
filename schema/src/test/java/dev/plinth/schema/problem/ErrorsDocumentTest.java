package dev.plinth.schema.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.check.CheckCode;
import dev.plinth.schema.convert.sketch.ConversionCode;
import dev.plinth.schema.document.DocumentCode;
import dev.plinth.schema.expression.ExpressionCode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ErrorsDocumentTest {
    private static final Path PAGE = Path.of("../docs/errors.md");
    private static final Pattern CODE = Pattern.compile("\"([A-Z][0-9]{3})\"");
    private static final Map<String, ProblemCode[]> LISTS =
            Map.of(
                    "F", DocumentCode.values(),
                    "M", CheckCode.values(),
                    "E", ExpressionCode.values(),
                    "T", ConversionCode.values());

    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page;
        for (String letter : LISTS.keySet()) {
            expected = withTable(expected, letter);
        }
        if (Boolean.getBoolean("plinth.write.docs")) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page)
                    .as("docs/errors.md is stale; its first lines say how to renew it")
                    .isEqualTo(expected);
        }
    }

    @Test
    void everyCodeIsThereOnceAndInItsList() {
        LISTS.forEach(
                (letter, codes) ->
                        assertThat(codes)
                                .extracting(ProblemCode::code)
                                .allMatch(c -> c.startsWith(letter))
                                .doesNotHaveDuplicates()
                                .isSorted());
    }

    @Test
    void everyCodeInTheSourcesIsOnThePage() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(f -> f.toString().endsWith(".java")).forEach(f -> used.addAll(codes(f)));
        }
        String page = Files.readString(PAGE);
        assertThat(used).hasSizeGreaterThan(50).allMatch(code -> page.contains("| " + code + " |"));
    }

    private static Set<String> codes(Path file) {
        try {
            return CODE.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult r) -> r.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withTable(String page, String letter) {
        String begin = "<!-- begin " + letter + " -->\n";
        String end = "<!-- end " + letter + " -->";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        assertThat(to).as("markers of " + letter).isGreaterThanOrEqualTo(from);
        String rows =
                Stream.of(LISTS.get(letter))
                        .map(
                                c ->
                                        "| "
                                                + c.code()
                                                + " | "
                                                + c.meaning()
                                                + " | "
                                                + c.remedy()
                                                + " |\n")
                        .collect(Collectors.joining());
        String table = "| code | what is wrong | the way out |\n|---|---|---|\n" + rows;
        return page.substring(0, from) + table + page.substring(to);
    }
}
