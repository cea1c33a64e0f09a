package dev.plinth.schema.check;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Limits;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.List;

/** Whether keys and indexes are of a kind and length that the database can hold. */
final class IndexFit {
    /** What a choice is stored in, see {@code Lowering}. */
    private static final int CHOICE_CHARACTERS = 60;

    private static final long UNLIMITED = Long.MAX_VALUE / 100;

    private final Table table;
    private final String path;
    private final Dialect dialect;
    private final Limits limits;
    private final Report report;

    IndexFit(Table table, String path, Dialect dialect, Report report) {
        this.table = table;
        this.path = path;
        this.dialect = dialect;
        this.limits = dialect.limits();
        this.report = report;
    }

    void check() {
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            zoned(
                    key.columns(),
                    ElementPath.primaryKey(path),
                    "The primary key of \"" + table.name() + "\"");
            length(
                    key.columns(),
                    limits.primaryKeyBytes(),
                    ElementPath.primaryKey(path),
                    "The primary key of \"" + table.name() + "\"");
        }
        table.uniques()
                .forEach(
                        u ->
                                length(
                                        u.columns(),
                                        limits.indexBytes(),
                                        ElementPath.unique(path, u),
                                        title("Unique key", u.name())));
        table.uniques()
                .forEach(
                        u ->
                                zoned(
                                        u.columns(),
                                        ElementPath.unique(path, u),
                                        title("Unique key", u.name())));
        table.uniques().forEach(this::deferral);
        table.indexes().forEach(this::index);
    }

    private void index(Index index) {
        String place = ElementPath.index(path, index);
        String title = title("Index", index.name());
        if (index.where() != null && !dialect.can(Capability.PARTIAL_INDEX)) {
            report.error(
                    CheckCode.PARTIAL_INDEX,
                    place,
                    title + " has a condition; " + dialect.title() + " has no such indexes.");
        }
        boolean expressions =
                index.parts().stream()
                        .anyMatch(p -> !p.isColumn() && !limits.indexes(p.expression()));
        if (expressions && !dialect.can(Capability.EXPRESSION_INDEX)) {
            report.error(
                    CheckCode.EXPRESSION_INDEX,
                    place,
                    title + " has an expression; " + dialect.title() + " has no such indexes.");
        }
        if (!index.included().isEmpty() && !dialect.can(Capability.COVERING_INDEX)) {
            report.warning(
                    CheckCode.COVERING_INDEX,
                    place,
                    title
                            + " includes columns beside its parts, which "
                            + dialect.title()
                            + " does not do; the index is made without them.");
        }
        if (index.unique() && hasOptional(index) && !limits.nullsDifferInIndexes()) {
            report.warning(
                    CheckCode.NULLS_TAKEN,
                    place,
                    title
                            + " is unique, and "
                            + dialect.title()
                            + " takes empty values for equal in it.");
        }
        boolean descending = index.parts().stream().anyMatch(Index.Part::descending);
        if (descending && !dialect.can(Capability.DESCENDING_INDEX)) {
            report.warning(
                    CheckCode.DESCENDING_INDEX,
                    place,
                    title + " is sorted downwards, which " + dialect.title() + " does not do.");
        }
        if (index.method().isEmpty()) {
            length(
                    index.parts().stream()
                            .filter(Index.Part::isColumn)
                            .map(Index.Part::column)
                            .toList(),
                    limits.indexBytes(),
                    place,
                    title);
        }
    }

    private boolean hasOptional(Index index) {
        return index.parts().stream()
                .flatMap(p -> table.column(p.column()).stream())
                .anyMatch(c -> !c.required());
    }

    private void zoned(List<String> columns, String place, String title) {
        columns.stream()
                .flatMap(id -> table.column(id).stream())
                .filter(c -> c.type() instanceof ZonedTimestampType && !limits.zonedKeys())
                .forEach(
                        c ->
                                report.error(
                                        CheckCode.KEY_ZONED,
                                        place,
                                        title
                                                + " has \""
                                                + c.name()
                                                + "\", a moment with its zone, which "
                                                + dialect.title()
                                                + " allows in no key."));
    }

    private void deferral(UniqueKey key) {
        if (key.deferral() != Deferral.NONE && !dialect.can(Capability.DEFERRABLE_UNIQUE)) {
            report.warning(
                    CheckCode.NOT_DEFERRABLE,
                    ElementPath.unique(path, key),
                    title("Unique key", key.name())
                            + " may wait for the end of a transaction; "
                            + dialect.title()
                            + " checks it with each statement.");
        }
    }

    private void length(List<String> columns, int maxBytes, String place, String title) {
        parts(columns.size(), place, title);
        long bytes = 0;
        for (String id : columns) {
            Column column = table.column(id).orElse(null);
            if (column == null) {
                continue;
            }
            long own = bytes(column.type());
            if (own == UNLIMITED) {
                boolean can =
                        column.type() instanceof BinaryType
                                ? limits.unlimitedBinaryKeys()
                                : limits.unlimitedKeys();
                if (!can) {
                    report.error(
                            CheckCode.KEY_UNLIMITED,
                            place,
                            title
                                    + " has \""
                                    + column.name()
                                    + "\" ("
                                    + column.type().text()
                                    + "), which "
                                    + dialect.title()
                                    + " cannot keep sorted.");
                }
            } else {
                bytes += own;
            }
        }
        if (bytes > limits.indexValueBytes()) {
            report.warning(
                    CheckCode.VALUE_LONG,
                    place,
                    title
                            + " may need "
                            + bytes
                            + " bytes; "
                            + dialect.title()
                            + " refuses rows that need more than "
                            + limits.indexValueBytes()
                            + ".");
        }
        if (bytes > maxBytes) {
            report.error(
                    CheckCode.KEY_TOO_LONG,
                    place,
                    title
                            + " may need "
                            + bytes
                            + " bytes; "
                            + dialect.title()
                            + " allows "
                            + maxBytes
                            + ".");
        }
    }

    private void parts(int count, String place, String title) {
        if (count > limits.indexParts()) {
            report.error(
                    CheckCode.PARTS_MANY,
                    place,
                    title
                            + " has "
                            + count
                            + " columns; "
                            + dialect.title()
                            + " allows "
                            + limits.indexParts()
                            + ".");
        }
    }

    private long bytes(ColumnType type) {
        return switch (type) {
            case TextType text when text.length() > limits.textLength() -> UNLIMITED;
            case TextType text -> (long) text.length() * limits.bytesPerCharacter();
            case ChoiceType choice -> (long) CHOICE_CHARACTERS * limits.bytesPerCharacter();
            case LongTextType text -> UNLIMITED;
            case JsonType json -> UNLIMITED;
            case BinaryType binary -> binary.length() == 0 ? UNLIMITED : binary.length();
            case IntegerType integer -> integer.bits() / 8;
            case FloatType number -> number.bits() / 8;
            case DecimalType decimal -> decimal.precision() / 2 + 1L;
            case BooleanType bool -> 1;
            case DateType date -> 4;
            case TimeType time -> 8;
            case TimestampType timestamp -> 8;
            case ZonedTimestampType timestamp -> 10;
            case UuidType uuid -> 16;
            // What only the database knows is for the database to refuse.
            case NativeType other -> 0;
        };
    }

    private String title(String kind, String name) {
        return kind
                + (name.isEmpty() ? " without a name" : " \"" + name + "\"")
                + " of \""
                + table.name()
                + "\"";
    }
}
