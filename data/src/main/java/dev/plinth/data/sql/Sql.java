package dev.plinth.data.sql;

import com.google.errorprone.annotations.CompileTimeConstant;

import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogRoutine;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.catalog.Representation;
import dev.plinth.schema.dialect.Names;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A piece of SQL. There is no way to make one of a text that came from outside: only of constants
 * in this code (the compiler checks that), names of the catalog, numbers, and the marks of bound
 * values.
 */
final class Sql {
    static final Sql NOTHING = new Sql("");
    static final Sql COMMA = new Sql(", ");

    private final String text;

    private Sql(String text) {
        this.text = text;
    }

    static Sql of(@CompileTimeConstant String constant) {
        return new Sql(constant);
    }

    static Sql number(long number) {
        return new Sql(Long.toString(number));
    }

    static Sql table(CatalogTable table) {
        return new Sql(table.quoted());
    }

    /** A table's name without its schema, as it stands before the names of columns. */
    static Sql name(CatalogTable table, Names names) {
        return new Sql(names.quote(table.name()));
    }

    static Sql column(CatalogColumn column) {
        return new Sql(column.quoted());
    }

    /** A column of the table of the alias. */
    static Sql column(CatalogColumn column, Sql alias) {
        return column.isComputed()
                ? new Sql(column.quoted() + "(" + alias.text + ")")
                : new Sql(alias.text + "." + column.quoted());
    }

    /** A column as its representation shows it; as it is without one. */
    Sql shownBy(Representation representation) {
        return representation.toJson() == null
                ? this
                : new Sql(representation.toJson() + "(" + text + ")");
    }

    /** What a function of the database computes of the row of the alias. */
    static Sql computed(CatalogRoutine function, Sql alias) {
        return new Sql(function.quoted() + "(" + alias.text + ")");
    }

    /** The name of a function. */
    static Sql routine(CatalogRoutine routine) {
        return new Sql(routine.quoted());
    }

    /** A name of our own with a number: {@code t0}. */
    static Sql numbered(char letter, int number) {
        return new Sql(letter + Integer.toString(number));
    }

    /** The mark that stands for a bound value until the statement is finished. */
    static Sql mark(int number) {
        return new Sql("\0" + number + "\0");
    }

    /** What a dialect makes of a piece. */
    Sql said(UnaryOperator<String> byDialect) {
        return new Sql(byDialect.apply(text));
    }

    /** What a dialect makes of two pieces. */
    Sql said(BinaryOperator<String> byDialect, Sql second) {
        return new Sql(byDialect.apply(text, second.text));
    }

    /** What a dialect makes of a piece, if it can. */
    Optional<Sql> saidMaybe(Function<String, Optional<String>> byDialect) {
        return byDialect.apply(text).map(Sql::new);
    }

    /** What a dialect makes of two pieces, if it can. */
    Optional<Sql> saidMaybe(BiFunction<String, String, Optional<String>> byDialect, Sql second) {
        return byDialect.apply(text, second.text).map(Sql::new);
    }

    Sql plus(Sql next) {
        return next.text.isEmpty() ? this : new Sql(text + next.text);
    }

    Sql plus(@CompileTimeConstant String constant) {
        return new Sql(text + constant);
    }

    Sql dot(Sql name) {
        return new Sql(text + "." + name.text);
    }

    Sql inBrackets() {
        return new Sql("(" + text + ")");
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    static Sql joined(Sql separator, List<Sql> pieces) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            if (i > 0) {
                all.append(separator.text);
            }
            all.append(pieces.get(i).text);
        }
        return new Sql(all.toString());
    }

    /** For dialects and the finished statement alone. */
    String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
