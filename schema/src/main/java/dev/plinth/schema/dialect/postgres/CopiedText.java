package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Makes of the CSV that COPY writes the one that is ours, byte by byte while it goes by: the T in
 * moments, the minutes of their zone, and true and false written out. To have PostgreSQL do that
 * costs more than the whole COPY. Moments of other years than those of four digits, and infinity,
 * stay in PostgreSQL's own words, more or less.
 */
final class CopiedText {
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] MINUTES = {':', '0', '0'};

    private enum Kind {
        PLAIN,
        TRUTH,
        MOMENT,
        INSTANT
    }

    private final Kind[] kinds;
    private final OutputStream out;
    private int column;
    private boolean quoted;
    private boolean seenSpace;
    private boolean atStart = true;
    private byte last;

    CopiedText(List<ColumnType> columns, OutputStream out) {
        this.kinds = columns.stream().map(CopiedText::kind).toArray(Kind[]::new);
        this.out = out;
    }

    private static Kind kind(ColumnType type) {
        return switch (type) {
            case BooleanType _ -> Kind.TRUTH;
            case TimestampType _ -> Kind.MOMENT;
            case ZonedTimestampType _ -> Kind.INSTANT;
            default -> Kind.PLAIN;
        };
    }

    /** Takes what comes next, of whatever length, and writes a line feed before each row. */
    void take(byte[] data) throws IOException {
        int done = 0;
        for (int i = 0; i < data.length; i++) {
            byte b = data[i];
            if (atStart) {
                atStart = false;
                out.write('\n');
            }
            if (b == '"') {
                quoted = !quoted;
            } else if (!quoted && (b == ',' || b == '\n')) {
                if (kinds[column] == Kind.INSTANT && Character.isDigit(last)) {
                    out.write(data, done, i - done);
                    out.write(MINUTES);
                    done = i;
                }
                column = b == ',' ? column + 1 : 0;
                if (b == '\n') {
                    out.write(data, done, i - done);
                    done = i + 1;
                    atStart = true;
                }
                seenSpace = false;
                last = 0;
                continue;
            } else if (kinds[column] == Kind.TRUTH) {
                out.write(data, done, i - done);
                out.write(b == 't' ? TRUE : FALSE);
                done = i + 1;
            } else if (b == ' ' && !seenSpace && kinds[column] != Kind.PLAIN) {
                out.write(data, done, i - done);
                out.write('T');
                done = i + 1;
                seenSpace = true;
            }
            last = b;
        }
        out.write(data, done, data.length - done);
    }
}
