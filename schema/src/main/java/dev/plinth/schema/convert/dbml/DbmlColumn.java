package dev.plinth.schema.convert.dbml;

import dev.plinth.schema.convert.sketch.ColumnSketch;
import dev.plinth.schema.convert.sketch.ConversionCode;
import dev.plinth.schema.convert.sketch.ForeignTypes;
import dev.plinth.schema.convert.sketch.Sketch;
import dev.plinth.schema.convert.sketch.TableSketch;
import dev.plinth.schema.convert.sketch.TableSketch.UniqueSketch;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.InvalidValueException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the type and the settings of a column mean. */
final class DbmlColumn {
    private static final Set<String> NOW =
            Set.of(
                    "now()",
                    "current_timestamp",
                    "current_timestamp()",
                    "getdate()",
                    "current_date");
    private static final Set<String> NEW_UUID =
            Set.of("gen_random_uuid()", "uuid_generate_v4()", "newid()", "uuid()");

    private final Sketch sketch;
    private final TableSketch table;
    private final ColumnSketch column;
    private final Map<String, List<String>> enums;

    DbmlColumn(
            Sketch sketch,
            TableSketch table,
            ColumnSketch column,
            Map<String, List<String>> enums) {
        this.sketch = sketch;
        this.table = table;
        this.column = column;
        this.enums = enums;
    }

    void type(String text) {
        String bare = text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        List<String> values = enums.get(bare);
        if (values != null && !values.isEmpty()) {
            column.options = values;
            return;
        }
        Optional<ColumnType> known = ForeignTypes.parse(text);
        known.ifPresent(t -> column.type = t);
        if (bare.endsWith("serial")) {
            number();
        }
        if (known.isEmpty()) {
            sketch.problems.add(
                    ConversionCode.UNKNOWN_TYPE.warning(
                            column.line,
                            "The type \"" + text + "\" of \"" + column.name + "\" became text."));
        }
    }

    private void number() {
        column.identity = Identity.BY_DEFAULT;
        column.required = true;
        if (!(column.type instanceof IntegerType)) {
            column.type = IntegerType.BIG;
        }
    }

    void settings(Map<String, DbmlToken> settings) {
        settings.forEach(
                (name, value) -> {
                    switch (name) {
                        case "pk", "primary key" -> {
                            table.key = new ArrayList<>(table.key);
                            table.key.add(column.name);
                            column.required = true;
                        }
                        case "increment" -> number();
                        case "not null" -> column.required = true;
                        case "unique" ->
                                table.uniques.add(new UniqueSketch("", List.of(column.name)));
                        case "note" -> column.comment = value.text();
                        case "default" -> defaultValue(value);
                        case "check" ->
                                table.checks.add(
                                        new TableSketch.CheckSketch("", value.text(), false));
                        case "null", "ref" -> {}
                        default ->
                                sketch.problems.add(
                                        ConversionCode.UNKNOWN_WORD.warning(
                                                value.line() == 0 ? column.line : value.line(),
                                                "\"" + name + "\" means nothing here."));
                    }
                });
    }

    private void defaultValue(DbmlToken value) {
        String lower = value.text().toLowerCase(Locale.ROOT);
        if (value.kind() == DbmlToken.Kind.CODE) {
            column.value =
                    NOW.contains(lower)
                            ? new Default.Now()
                            : NEW_UUID.contains(lower)
                                    ? new Default.NewUuid()
                                    : new Default.Sql(value.text());
        } else if (!lower.equals("null") || value.kind() == DbmlToken.Kind.TEXT) {
            column.value = constant(value.text());
        }
    }

    private Default constant(String text) {
        if (!column.options.isEmpty()) {
            return new Default.Value(text);
        }
        try {
            return new Default.Value(column.type.format(column.type.parse(text)));
        } catch (InvalidValueException e) {
            return new Default.Sql(text);
        }
    }
}
