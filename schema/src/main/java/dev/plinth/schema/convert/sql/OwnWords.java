package dev.plinth.schema.convert.sql;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.convert.sketch.ColumnSketch;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.ColumnTypes;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.InvalidValueException;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a dialect writes itself, read back: a text means the type or value for which the dialect
 * writes the same.
 */
final class OwnWords {
    private static final Pattern NUMBERS = Pattern.compile("\\d+");

    private static final Pattern MARK = Pattern.compile("(?s)(.*?) ?(\\[[A-Z]+])");

    private final Dialect dialect;
    private final Map<String, String> functions = new HashMap<>();

    OwnWords(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Whether a table that is LIKE another one has its keys and defaults without being told so. */
    boolean likeTakesAll() {
        return dialect.names().open() == '`';
    }

    /** The type that the dialect writes so, if there is one. */
    Optional<ColumnType> type(String written) {
        String wanted = plain(written);
        return candidates(written).stream()
                .filter(t -> plain(dialect.types().sql(t)).equals(wanted))
                .findFirst();
    }

    /** The type that a word stands for in this database only. */
    Optional<ColumnType> declared(String written) {
        return dialect.types().declared(written);
    }

    private static List<ColumnType> candidates(String written) {
        List<Integer> numbers = new ArrayList<>();
        Matcher matcher = NUMBERS.matcher(written);
        while (matcher.find() && matcher.group().length() < 10) {
            numbers.add(Integer.parseInt(matcher.group()));
        }
        int first = numbers.isEmpty() ? 0 : numbers.getFirst();
        int digits = numbers.isEmpty() ? ColumnTypes.DEFAULT_SECOND_DIGITS : first;
        List<ColumnType> types =
                new ArrayList<>(
                        List.of(
                                new BooleanType(),
                                new UuidType(),
                                IntegerType.SMALL,
                                IntegerType.NORMAL,
                                IntegerType.BIG,
                                FloatType.DOUBLE,
                                FloatType.SINGLE,
                                new DateType(),
                                new LongTextType(),
                                new JsonType(),
                                new BinaryType(0)));
        if (digits <= 9) {
            types.add(new TimeType(digits));
            types.add(new TimestampType(digits));
            types.add(new ZonedTimestampType(digits));
        }
        if (first > 0) {
            types.add(new DecimalType(first, numbers.size() > 1 ? numbers.get(1) : 0));
            types.add(new TextType(first));
            types.add(new BinaryType(first));
        }
        return types;
    }

    /**
     * The default that the dialect writes so for a column of the type, if there is one.
     *
     * @param tokens of the text, among which is the value
     */
    Optional<Default> value(ColumnType type, String written, List<SqlToken> tokens) {
        String wanted = plain(written);
        for (Default function : List.of(new Default.Now(), new Default.NewUuid())) {
            String own = functions.computeIfAbsent(type + " " + function, k -> own(type, function));
            if (!own.isEmpty() && own.equals(wanted)) {
                return Optional.of(function);
            }
        }
        return tokens.stream()
                .flatMap(t -> parsed(type, t.text()).stream())
                .filter(v -> plain(dialect.types().literal(type, v)).equals(wanted))
                .findFirst()
                .map(Default.Value::new);
    }

    private static Optional<String> parsed(ColumnType type, String text) {
        try {
            return Optional.of(type.format(type.parse(text)));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    /** How a function stands as the default of a column, found where the dialect writes one. */
    private String own(ColumnType type, Default function) {
        boolean uuid = function instanceof Default.NewUuid;
        if (uuid != type instanceof UuidType || !uuid && !isMoment(type)) {
            return "";
        }
        String sql = probe(Column.of("c", "c", type).withDefault(function)).getFirst();
        Words words = new Words(sql, SqlToken.of(sql));
        words.skipTo("(");
        Words within = new Words(sql, words.inBrackets());
        return within.skipTo("DEFAULT") && within.take("DEFAULT")
                ? plain(within.written(SqlColumn.defaultText(within)))
                : "";
    }

    private List<String> probe(Column column) {
        Table table = Table.of("t", "t", List.of(column));
        return dialect.statements().write(new Change.CreateTable(table, List.of()));
    }

    /** Whether the dialect sorts texts by these rules wherever it makes a column. */
    boolean isCollation(String name) {
        return probe(Column.of("c", "c", new TextType(20))).stream()
                .anyMatch(s -> s.contains(name));
    }

    /** Whether a condition is part of how the dialect makes a column of its type, or one alike. */
    boolean isCheck(ColumnSketch column, String condition) {
        String wanted = "CHECK(" + plain(condition) + ")";
        List<ColumnType> types = alike(column.type);
        if (column.type instanceof LongTextType) {
            // Where lengths are ignored, a check keeps them.
            candidates(condition.replace(column.name, "")).stream()
                    .filter(TextType.class::isInstance)
                    .forEach(types::add);
        }
        for (ColumnType type : types) {
            Column plain = Column.of("c", column.name, type);
            if (probe(plain).stream().anyMatch(s -> plain(s).contains(wanted))) {
                column.type = type;
                return true;
            }
        }
        return false;
    }

    /** Takes off the end of a comment by which the dialect tells types apart that look alike. */
    void unmark(ColumnSketch column) {
        Matcher mark = MARK.matcher(column.comment);
        if (!mark.matches()) {
            return;
        }
        for (ColumnType type : alike(column.type)) {
            Column marked = Column.of("c", "c", type).withComment(mark.group(1));
            if (probe(marked).stream().anyMatch(s -> s.contains(mark.group(2)))) {
                column.type = type;
                column.comment = mark.group(1);
                return;
            }
        }
    }

    /** The type and those that are written as it is, but for remarks. */
    private List<ColumnType> alike(ColumnType type) {
        String sql = dialect.types().sql(type);
        List<ColumnType> alike = new ArrayList<>(List.of(type));
        candidates(sql).stream()
                .filter(t -> bare(dialect.types().sql(t)).equals(bare(sql)))
                .forEach(alike::add);
        return alike;
    }

    private static String bare(String sql) {
        return plain(sql.replaceAll("/\\*.*?\\*/", ""));
    }

    private static boolean isMoment(ColumnType type) {
        return type instanceof DateType
                || type instanceof TimeType
                || type instanceof TimestampType
                || type instanceof ZonedTimestampType;
    }

    /** Without spaces, in capital letters, and without brackets around the whole. */
    private static String plain(String sql) {
        String bare = sql.toUpperCase(Locale.ROOT).replaceAll("\\s+", "").replace(",0)", ")");
        while (bare.startsWith("((") && bare.endsWith("))")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        return bare.startsWith("(") && bare.endsWith(")") && bare.lastIndexOf('(') == 0
                ? bare.substring(1, bare.length() - 1)
                : bare;
    }
}
