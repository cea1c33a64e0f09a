package dev.plinth.data.plan;

import dev.plinth.data.catalog.CatalogRelation.Pair;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.request.JsonStep;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Cursors as texts that are safe in a URL: a digest of the order they belong to, and the values of
 * its keys. They are no secret and prove nothing: whoever makes one up gets what a filter would
 * give as well.
 */
final class CursorText {
    /** Headers and URLs of servers end somewhere near 8 KB. */
    private static final int LONGEST = 4096;

    private static final JsonFactory JSON = new JsonFactory();
    private final List<SortKey> keys;
    private final String digest;

    CursorText(CatalogTable table, List<SortKey> keys) {
        this.keys = keys;
        StringBuilder order = new StringBuilder(table.title());
        for (SortKey key : keys) {
            describe(order.append('\n'), key);
        }
        this.digest = digest(order.toString());
    }

    private static void describe(StringBuilder order, SortKey key) {
        Embed embed = key.embed();
        if (embed != null) {
            order.append(embed.relation().target().title());
            for (Pair pair : embed.relation().pairs()) {
                order.append('\0').append(pair.source()).append('=').append(pair.target());
            }
        }
        describe(order.append('\0'), key.value());
        order.append('\0').append(key.value().type().text());
        order.append(key.descending()).append(key.nullsFirst());
    }

    private static void describe(StringBuilder order, Value value) {
        switch (value) {
            case Value.OfColumn(var column) -> order.append(column.name());
            case Value.InJson(Value document, List<JsonStep> path) -> {
                describe(order, document);
                path.forEach(step -> order.append('\0').append(step));
            }
            case Value.Cast(Value inner, ColumnType type) -> {
                describe(order, inner);
                order.append('\0').append(type.text());
            }
            case Value.Aggregated _ -> throw new IllegalStateException("rows have no aggregates");
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, 9));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    String write(List<@Nullable Object> values) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), json)) {
            out.writeStartArray();
            out.writeString(digest);
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i);
                if (value == null) {
                    out.writeNull();
                } else {
                    out.writeString(CursorOrder.readAs(keys.get(i)).format(value));
                }
            }
            out.writeEndArray();
        }
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(json.toByteArray());
        if (text.length() > LONGEST) {
            throw CursorOrder.refusal(
                    "The values that rows are sorted by are too long for a cursor");
        }
        return text;
    }

    List<@Nullable Operand> read(String cursor) {
        List<@Nullable String> parts = parts(cursor);
        if (parts.isEmpty() || !digest.equals(parts.getFirst())) {
            throw new Refusal(
                    Reason.CURSOR,
                    "The cursor belongs to another order",
                    null,
                    "Begin anew with an empty after= when the order changes.");
        }
        if (parts.size() != keys.size() + 1) {
            throw invalid();
        }
        List<@Nullable Operand> operands = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String part = parts.get(i + 1);
            try {
                operands.add(part == null ? null : Operands.of(keys.get(i).value().type(), part));
            } catch (Refusal e) {
                throw invalid();
            }
        }
        return operands;
    }

    private static List<@Nullable String> parts(String cursor) {
        try (JsonParser in =
                JSON.createParser(
                        ObjectReadContext.empty(), Base64.getUrlDecoder().decode(cursor))) {
            if (in.nextToken() != JsonToken.START_ARRAY) {
                throw invalid();
            }
            List<@Nullable String> parts = new ArrayList<>();
            for (JsonToken t = in.nextToken(); t != JsonToken.END_ARRAY; t = in.nextToken()) {
                if (t != JsonToken.VALUE_STRING && t != JsonToken.VALUE_NULL) {
                    throw invalid();
                }
                parts.add(t == JsonToken.VALUE_NULL ? null : in.getString());
            }
            return parts;
        } catch (IllegalArgumentException | JacksonException e) {
            throw invalid();
        }
    }

    private static Refusal invalid() {
        return new Refusal(
                Reason.CURSOR,
                "This is no cursor",
                null,
                "Send what the header Next-Cursor gave, or an empty after= for the first page.");
    }
}
