package dev.plinth.schema.dialect.sqlite;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.ColumnTypes;
import dev.plinth.schema.type.Conversion;
import dev.plinth.schema.type.InvalidValueException;

import org.jspecify.annotations.Nullable;
import org.sqlite.Collation;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What SQLite lacks and Plinth adds to each connection: exact decimals, regular expressions, LIKE
 * that minds case, conversions that fail instead of making up a zero. The only class here that
 * names the driver's.
 */
final class SqliteFunctions {
    /** {@code plinth_convert(value, from, to)}: the value of one type as another stores it. */
    static final String CONVERT = "plinth_convert";

    /** {@code plinth_like(value, pattern, ignoring case)}. */
    static final String LIKE = "plinth_like";

    /** The exact sum of decimals; SQLite's own adds binary numbers. */
    static final String SUM = "decimal_sum";

    private SqliteFunctions() {}

    static void addTo(Connection pooled) throws SQLException {
        Connection connection = pooled.unwrap(SQLiteConnection.class);
        Collation.create(connection, SqliteTypes.DECIMAL_COLLATION, new ByValue());
        Function.create(connection, "regexp", new Regexp(), 2, Function.FLAG_DETERMINISTIC);
        Function.create(connection, LIKE, new Like(), 3, Function.FLAG_DETERMINISTIC);
        Function.create(connection, CONVERT, new Convert(), 3, Function.FLAG_DETERMINISTIC);
        Function.create(connection, SUM, new Sum());
    }

    private static final class ByValue extends Collation {
        @Override
        protected int xCompare(String left, String right) {
            BigDecimal one = number(left);
            BigDecimal other = number(right);
            if (one == null || other == null) {
                // An order must be total: what is no number comes last, sorted as text.
                return one != null ? -1 : other != null ? 1 : left.compareTo(right);
            }
            return one.compareTo(other);
        }

        private static @Nullable BigDecimal number(String text) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }

    /** {@code value REGEXP pattern}, in time linear in the value however the pattern is made. */
    private static final class Regexp extends Function {
        private @Nullable Pattern last;

        @Override
        protected void xFunc() throws SQLException {
            String pattern = value_text(0);
            String value = value_text(1);
            if (pattern == null || value == null) {
                result();
                return;
            }
            result(compiled(pattern).matcher(value).find() ? 1 : 0);
        }

        private Pattern compiled(String pattern) throws SQLException {
            if (last == null || !last.pattern().equals(pattern)) {
                try {
                    last = Pattern.compile(pattern);
                } catch (PatternSyntaxException e) {
                    throw new SQLException("invalid regular expression: " + e.getDescription());
                }
            }
            return last;
        }
    }

    /** SQLite's own LIKE ignores the case of ASCII letters and minds that of all others. */
    private static final class Like extends Function {
        private @Nullable String lastPattern;
        private boolean lastIgnoringCase;
        private @Nullable Pattern last;

        @Override
        protected void xFunc() throws SQLException {
            String value = value_text(0);
            String pattern = value_text(1);
            if (value == null || pattern == null) {
                result();
                return;
            }
            result(compiled(pattern, value_int(2) != 0).matches(value) ? 1 : 0);
        }

        private Pattern compiled(String pattern, boolean ignoringCase) {
            if (last == null || !pattern.equals(lastPattern) || ignoringCase != lastIgnoringCase) {
                int flags = Pattern.DOTALL | (ignoringCase ? Pattern.CASE_INSENSITIVE : 0);
                last = Pattern.compile(regularExpression(pattern), flags);
                lastPattern = pattern;
                lastIgnoringCase = ignoringCase;
            }
            return last;
        }

        private static String regularExpression(String like) {
            StringBuilder expression = new StringBuilder();
            boolean escaped = false;
            for (int c : like.codePoints().toArray()) {
                if (!escaped && c == '\\') {
                    escaped = true;
                    continue;
                }
                if (!escaped && (c == '%' || c == '_')) {
                    expression.append(c == '%' ? ".*" : ".");
                } else {
                    expression.append(Pattern.quote(Character.toString(c)));
                }
                escaped = false;
            }
            return expression.toString();
        }
    }

    private static final class Convert extends Function {
        private static final int INTEGER = 1;
        private static final int FLOAT = 2;
        private static final int BLOB = 4;

        @Override
        protected void xFunc() throws SQLException {
            Object stored =
                    switch (value_type(0)) {
                        case INTEGER -> value_long(0);
                        case FLOAT -> value_double(0);
                        case BLOB -> value_blob(0);
                        default -> value_text(0);
                    };
            if (stored == null) {
                result();
                return;
            }
            try {
                ColumnType from = type(1);
                ColumnType to = type(2);
                Object value = SqliteValues.loaded(from, stored);
                give(SqliteValues.stored(to, Conversion.of(value, from, to)));
            } catch (InvalidValueException e) {
                throw new SQLException(e.getMessage(), "22018", e);
            }
        }

        private ColumnType type(int argument) throws SQLException {
            return ColumnTypes.parse(String.valueOf(value_text(argument)))
                    .orElseThrow(() -> new SQLException("unknown type"));
        }

        private void give(Object stored) throws SQLException {
            switch (stored) {
                case Long number -> result(number);
                case Double number -> result(number);
                case byte[] bytes -> result(bytes);
                case Object text -> result(text.toString());
            }
        }
    }

    private static final class Sum extends Function.Aggregate {
        private @Nullable BigDecimal sum;

        @Override
        protected void xStep() throws SQLException {
            String value = value_text(0);
            if (value == null) {
                return;
            }
            try {
                BigDecimal number = new BigDecimal(value);
                sum = sum == null ? number : sum.add(number);
            } catch (NumberFormatException e) {
                throw new SQLException("a stored value is not a number", "22018", e);
            }
        }

        @Override
        protected void xFinal() throws SQLException {
            if (sum == null) {
                result();
            } else {
                result(sum.toPlainString());
            }
        }

        @Override
        public Object clone() throws CloneNotSupportedException {
            return super.clone();
        }
    }
}
