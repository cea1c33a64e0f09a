package dev.plinth.schema.convert;

import dev.plinth.schema.convert.csv.CsvReader;
import dev.plinth.schema.convert.dbml.DbmlReader;
import dev.plinth.schema.convert.quick.QuickReader;
import dev.plinth.schema.convert.quick.SampleRows;
import dev.plinth.schema.convert.sketch.ConversionCode;
import dev.plinth.schema.convert.sketch.IdSource;
import dev.plinth.schema.convert.sketch.Sketch;
import dev.plinth.schema.convert.sketch.SketchReader;
import dev.plinth.schema.convert.sql.SqlReader;
import dev.plinth.schema.convert.xlsx.XlsxReader;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns descriptions of tables that were made for something else into models. */
public final class Conversions {
    /** The kinds that can be read; the last one is followed by a colon and a dialect. */
    public static final List<String> KINDS = List.of("quick", "csv", "xlsx", "dbml", "sql");

    private static final String SQL = "sql:";

    private Conversions() {}

    /** Reads a file, of whatever kind. */
    public static Conversion convert(String kind, String name, byte[] content, IdSource ids) {
        String text =
                kind.equals("xlsx")
                        ? Base64.getEncoder().encodeToString(content)
                        : new String(content, StandardCharsets.UTF_8);
        return convert(kind, name, text, ids);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /**
     * @param kind one of {@link #KINDS}
     * @param name of the file it comes from; may be empty
     * @param text of xlsx, the file in base 64
     * @throws PlinthException when nothing can be made of it, with every reason
     */
    public static Conversion convert(String kind, String name, String text, IdSource ids) {
        Sketch sketch = sketch(kind, name, text);

        Model read = SketchReader.model(sketch, ids);
        Model model =
                kind.startsWith(SQL)
                        ? Dialects.named(kind.substring(SQL.length())).owning(read)
                        : read;
        if (model.tables().isEmpty() && sketch.problems.stream().noneMatch(Problem::isError)) {
            sketch.problems.add(
                    Problem.error(
                            ConversionCode.EMPTY.code(),
                            "",
                            ConversionCode.EMPTY.meaning(),
                            ConversionCode.EMPTY.remedy()));
        }
        if (sketch.problems.stream().anyMatch(Problem::isError)) {
            throw new PlinthException(sketch.problems);
        }
        Map<String, Integer> wished = new HashMap<>();
        sketch.tables.forEach(
                t ->
                        model.tableNamed(t.name)
                                .filter(made -> t.sampleRows > 0)
                                .ifPresent(made -> wished.put(made.id(), t.sampleRows)));
        return new Conversion(model, SampleRows.of(model, wished), sketch.problems);
    }

    private static Sketch sketch(String kind, String name, String text) {
        if (kind.startsWith(SQL)) {
            return SqlReader.read(Dialects.named(kind.substring(SQL.length())), text);
        }
        return switch (kind) {
            case "quick" -> QuickReader.read(text);
            case "csv" -> CsvReader.read(name, text);
            case "xlsx" -> XlsxReader.read(decoded(text));
            case "dbml" -> DbmlReader.read(text);
            default ->
                    throw PlinthException.of(
                            ConversionCode.UNKNOWN_SOURCE.code(),
                            "",
                            "Descriptions of the kind \"" + kind + "\" are not known.",
                            "Known are quick, csv, xlsx, dbml and sql: with a dialect, such as"
                                    + " sql:postgres.");
        };
    }

    /** The kind that a file is most likely of, judging by its name. */
    public static Optional<String> kindOf(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "quick", "qsql" -> Optional.of("quick");
            case "csv", "tsv" -> Optional.of("csv");
            case "xlsx" -> Optional.of("xlsx");
            case "dbml" -> Optional.of("dbml");
            default -> Optional.empty();
        };
    }
}
