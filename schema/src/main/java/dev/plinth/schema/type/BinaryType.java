package dev.plinth.schema.type;

import java.util.Base64;

/** Bytes, written as Base64; {@code length} is their limit, 0 for none. */
public record BinaryType(int length) implements ColumnType {
    @Override
    public String kind() {
        return "binary";
    }

    @Override
    public String text() {
        return length == 0 ? "binary" : "binary(" + length + ")";
    }

    @Override
    public JsonShape json() {
        return JsonShape.STRING;
    }

    @Override
    public Class<byte[]> valueClass() {
        return byte[].class;
    }

    @Override
    public byte[] parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw InvalidValueException.of(text, "Base64 text");
        }
        if (length > 0 && bytes.length > length) {
            throw new InvalidValueException("There are more than " + length + " bytes.");
        }
        return bytes;
    }

    @Override
    public String format(Object value) {
        return Base64.getEncoder().encodeToString((byte[]) value);
    }
}
