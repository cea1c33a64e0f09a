package dev.plinth.schema.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.type.ColumnType;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of docs/dialects.md are made of what the dialects declare. */
class DialectsDocumentTest {
    private static final Path PAGE = Path.of("../docs/dialects.md");
    private static final Path TESTS = Path.of("src/test/java/dev/plinth/schema/dialect");
    private static final List<Dialect> ALL = Dialects.all();

    @Test
    void thePageSaysWhatTheDialectsDeclare() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page;
        expected = with(expected, "proof", proof());
        expected = with(expected, "types", types());
        expected = with(expected, "features", features());
        expected = with(expected, "limits", limits());
        if (Boolean.getBoolean("plinth.write.docs")) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page)
                    .as("docs/dialects.md is stale; its first lines say how to renew it")
                    .isEqualTo(expected);
        }
    }

    private static String with(String page, String name, String table) {
        String start = "<!-- begin " + name + " -->\n";
        String end = "<!-- end " + name + " -->";
        int from = page.indexOf(start) + start.length();
        return page.substring(0, from) + table + page.substring(page.indexOf(end));
    }

    private static String row(String first, Function<Dialect, String> cell) {
        return "| "
                + first
                + " | "
                + ALL.stream().map(cell).collect(Collectors.joining(" | "))
                + " |\n";
    }

    private static String head() {
        return row("", Dialect::title) + "|---" + "|---".repeat(ALL.size()) + "|\n";
    }

    /** A contract that waits for a server given by hand has run on none. */
    private static String proof() throws IOException {
        StringBuilder text = new StringBuilder(head());
        List<String> cells = new ArrayList<>();
        for (Dialect dialect : ALL) {
            boolean golden = Files.exists(Path.of("src/test/cases", dialect.name()));
            boolean live = false;
            boolean named = false;
            for (Path file : sources()) {
                String source = Files.readString(file);
                boolean contract =
                        source.contains("extends DialectContract")
                                && source.contains("Dialects.named(\"" + dialect.name() + "\")")
                                && !source.contains("@EnabledIfEnvironmentVariable");
                named |= contract && source.contains("@EnabledIf(\"isNamed\")");
                live |= contract;
            }
            assertThat(live || golden).as(dialect.title()).isTrue();
            cells.add(
                    named
                            ? "runs that name it; **not all passes**"
                            : live ? "every test run" : "**no server**: golden SQL");
        }
        text.append("| proven on | ").append(String.join(" | ", cells)).append(" |\n");
        return text.toString();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.list(TESTS)) {
            return files.filter(f -> f.toString().endsWith("Test.java")).toList();
        }
    }

    private static String types() {
        StringBuilder text = new StringBuilder(head());
        for (ColumnType type : Samples.TYPES) {
            text.append(row("`" + type.text() + "`", d -> "`" + d.types().sql(type) + "`"));
        }
        return text.toString();
    }

    private static String features() {
        StringBuilder text = new StringBuilder(head());
        Arrays.stream(Capability.values())
                .forEach(
                        c ->
                                text.append(
                                        row(
                                                c.name()
                                                        .toLowerCase(java.util.Locale.ROOT)
                                                        .replace('_', ' '),
                                                d -> d.can(c) ? "yes" : "–")));
        return text.toString();
    }

    private static String limits() {
        return head()
                + row(
                        "longest name",
                        d ->
                                number(d.names().maxLength())
                                        + (d.names().maxLength() == Integer.MAX_VALUE
                                                ? ""
                                                : " " + word(d.names().unit())))
                + row("not in a name", d -> none(d.limits().forbiddenInNames()))
                + row("index names differ within", d -> word(d.names().indexScope()))
                + row("constraint names differ within", d -> word(d.names().constraintScope()))
                + row("longest text with a length", d -> number(d.limits().textLength()))
                + row("digits of a decimal", d -> number(d.limits().decimalDigits()))
                + row("bytes of an index", d -> number(d.limits().indexBytes()))
                + row("bytes of a primary key", d -> number(d.limits().primaryKeyBytes()))
                + row("text without a length in keys", d -> yes(d.limits().unlimitedKeys()))
                + row("moment with its zone in keys", d -> yes(d.limits().zonedKeys()))
                + row("empty text is a value", d -> yes(d.limits().keepsEmptyTexts()))
                + row("relations are kept", d -> yes(d.limits().relations()))
                + row(
                        "computed columns in keys and checks",
                        d -> yes(d.limits().constraintsOnGenerated()))
                + row("on delete", d -> words(d.limits().onDelete()))
                + row("on update", d -> words(d.limits().onUpdate()))
                + row("several cascade paths", d -> yes(d.limits().severalCascadePaths()))
                + row("unlike ways of a delete", d -> yes(d.limits().unlikePaths()))
                + row("circles that delete", d -> yes(d.limits().deletingCircles()))
                + row("actions on checked columns", d -> yes(d.limits().actionsOnCheckedColumns()))
                + row(
                        "checks and computed columns of numbered columns",
                        d -> yes(d.limits().looksAtNumbered()))
                + row("numbered columns", d -> word(d.limits().numbered()))
                + row("emoji in names and comments", d -> yes(d.limits().keepsEmoji()));
    }

    private static String number(int limit) {
        return limit == Integer.MAX_VALUE ? "any" : String.valueOf(limit);
    }

    private static String yes(boolean can) {
        return can ? "yes" : "–";
    }

    private static String none(String characters) {
        return characters.isEmpty() ? "" : "`" + characters + "`";
    }

    private static String words(Set<? extends Enum<?>> values) {
        return values.stream().map(DialectsDocumentTest::word).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
