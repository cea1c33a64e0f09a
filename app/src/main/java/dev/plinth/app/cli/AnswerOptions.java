package dev.plinth.app.cli;

import dev.plinth.schema.diff.Answers;
import dev.plinth.schema.diff.Answers.Pair;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.util.List;
import java.util.Set;

/** The options that answer a plan's questions. */
final class AnswerOptions {
    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "Says that a table, or a column table.old=new, is only called otherwise.",
            converter = Reader.class)
    private List<Pair> renamed = List.of();

    @Option(
            names = "--no-rename",
            paramLabel = "OLD=NEW",
            description = "Says that it is another one: the old goes and a new one is made.",
            converter = Reader.class)
    private List<Pair> others = List.of();

    Answers answers() {
        return new Answers(Set.copyOf(renamed), Set.copyOf(others));
    }

    /** Reads {@code OLD=NEW}. */
    static final class Reader implements ITypeConverter<Pair> {
        @Override
        public Pair convert(String text) {
            return Pair.parse(text)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "\"" + text + "\" is no rename; write OLD=NEW"));
        }
    }
}
