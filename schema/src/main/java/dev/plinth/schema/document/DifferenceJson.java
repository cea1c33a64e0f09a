package dev.plinth.schema.document;

import dev.plinth.schema.document.ModelDifference.Difference;
import dev.plinth.schema.document.Tree.Style;

import java.util.List;

/** Differences as JSON, as the builder API tells drift. */
public final class DifferenceJson {
    private DifferenceJson() {}

    public static String write(List<Difference> differences) {
        return JsonWriter.write(
                new MappingBuilder(true)
                        .flag("differs", !differences.isEmpty(), false)
                        .list(
                                "changes",
                                differences.stream()
                                        .map(
                                                d ->
                                                        new MappingBuilder(true)
                                                                .always("title", d.title())
                                                                .always("on", d.on())
                                                                .build(Style.BLOCK))
                                        .toList())
                        .build(Style.BLOCK));
    }
}
