package dev.plinth.schema.dialect.postgres;

import static dev.plinth.schema.dialect.Cost.Blocks.EVERYBODY;
import static dev.plinth.schema.dialect.Cost.Blocks.WRITERS;
import static dev.plinth.schema.dialect.Cost.Work.CATALOG;
import static dev.plinth.schema.dialect.Cost.Work.REWRITE;
import static dev.plinth.schema.dialect.Cost.Work.SCAN;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Cost;
import dev.plinth.schema.dialect.standard.StandardCosts;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.View;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

/**
 * From the manual of PostgreSQL 18, "ALTER TABLE" (notes), "CREATE INDEX" (building indexes
 * concurrently) and "Explicit Locking".
 */
final class PostgresCosts extends StandardCosts {
    private static final String NOT_VALID =
            "added as NOT VALID, then validated, it blocks nobody while the rows are read";

    /** Its rows are kept, and nobody has them before they are there. */
    @Override
    protected Cost createView(View view) {
        return PostgresStatements.isMaterialized(view) ? Cost.of(SCAN, EVERYBODY) : Cost.NONE;
    }

    /** Only values that differ from row to row are written into each. */
    @Override
    protected Cost addColumn(Change.AddColumn change, String version) {
        Column column = change.column();
        boolean each =
                column.identity() != null
                        || column.generated() != null
                        || column.defaultValue() instanceof Default.NewUuid
                        || column.defaultValue() != null && !since(version, 11, 0, 0);
        return Cost.of(each ? REWRITE : CATALOG, EVERYBODY);
    }

    @Override
    protected Cost changeType(Change.ChangeColumn change, String version) {
        boolean same = isSameBytes(change.from().type(), change.to().type());
        return Cost.of(same ? CATALOG : REWRITE, EVERYBODY);
    }

    private static boolean isSameBytes(ColumnType from, ColumnType to) {
        return switch (to) {
            case LongTextType() -> from instanceof TextType;
            case TextType(int length) -> from instanceof TextType(int had) && had <= length;
            case DecimalType(int precision, int scale) ->
                    from instanceof DecimalType(int had, int fine)
                            && had <= precision
                            && fine == scale;
            case TimeType(int digits) -> from instanceof TimeType(int had) && had <= digits;
            case TimestampType(int digits) ->
                    from instanceof TimestampType(int had) && had <= digits;
            case ZonedTimestampType(int digits) ->
                    from instanceof ZonedTimestampType(int had) && had <= digits;
            default -> false;
        };
    }

    @Override
    protected Cost require(Change.ChangeColumn change, String version) {
        return since(version, 12, 0, 0)
                ? Cost.of(SCAN, EVERYBODY)
                        .orInstead(
                                "a check that is validated before lets it take the column's word"
                                        + " without reading the rows")
                : Cost.of(SCAN, EVERYBODY);
    }

    @Override
    protected Cost fill() {
        return super.fill().orInstead("in batches, each committed, writers wait for a moment only");
    }

    @Override
    protected Cost addIndex(String version) {
        return Cost.of(SCAN, WRITERS)
                .orInstead("built CONCURRENTLY it blocks nobody, and takes longer");
    }

    @Override
    protected Cost addKey(String version) {
        return Cost.of(SCAN, EVERYBODY)
                .orInstead("with its index built CONCURRENTLY before, others wait for a moment");
    }

    @Override
    protected Cost addCheck(String version) {
        return Cost.of(SCAN, EVERYBODY).orInstead(NOT_VALID);
    }

    @Override
    protected Cost addRelation(String version) {
        return Cost.of(SCAN, WRITERS).orInstead(NOT_VALID);
    }
}
