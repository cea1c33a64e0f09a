package dev.plinth.schema.dialect.generic;

import dev.plinth.schema.dialect.Limits;
import dev.plinth.schema.model.Relation.Action;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Set;

/** How much the driver says that the database takes. */
record GenericLimits(
        int indexBytes,
        int textLength,
        int decimalDigits,
        int secondDigits,
        boolean unlimitedKeys,
        Set<Action> onDelete,
        Set<Action> onUpdate)
        implements Limits {
    /** As many digits as any product that is known keeps. */
    private static final int USUAL_DIGITS = 38;

    private static final int USUAL_LENGTH = 4000;

    static GenericLimits of(DatabaseMetaData metadata, FoundTypes types, Forms forms)
            throws SQLException {
        int indexBytes = metadata.getMaxIndexLength();
        int text = 0;
        int decimal = 0;
        try (ResultSet rows = metadata.getTypeInfo()) {
            while (rows.next()) {
                int precision = (int) Math.clamp(rows.getLong("PRECISION"), 0, Integer.MAX_VALUE);
                int code = rows.getInt("DATA_TYPE");
                if (code == Types.VARCHAR) {
                    text = Math.max(text, precision);
                } else if (code == Types.DECIMAL || code == Types.NUMERIC) {
                    decimal = Math.max(decimal, precision);
                }
            }
        }
        FoundTypes.Found longText = types.find(TypeForm.LONG_TEXT).orElse(null);
        return new GenericLimits(
                indexBytes == 0 ? Integer.MAX_VALUE : indexBytes,
                text == 0 ? USUAL_LENGTH : Math.min(text, GenericTypes.UNLIMITED - 1),
                decimal == 0 ? USUAL_DIGITS : decimal,
                types.secondDigits(),
                longText == null || longText.code() == Types.VARCHAR,
                forms.onDelete(),
                forms.onUpdate());
    }
}
