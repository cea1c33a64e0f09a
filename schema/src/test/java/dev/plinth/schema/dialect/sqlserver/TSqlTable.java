package dev.plinth.schema.dialect.sqlserver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table as SQL Server would know it after the batches that were judged. */
final class TSqlTable {
    final Map<String, Column> columns = new LinkedHashMap<>();
    final Map<String, Key> keys = new LinkedHashMap<>();
    final Map<String, Index> indexes = new LinkedHashMap<>();
    final Map<String, Check> checks = new LinkedHashMap<>();
    final Map<String, Relation> relations = new LinkedHashMap<>();

    /**
     * @param type with its length and collation, in capital letters
     * @param computed what it is computed from; empty if it is not
     * @param defaults the name of its default; empty if it has none
     */
    record Column(
            String name,
            String type,
            boolean required,
            boolean identity,
            String computed,
            boolean stored,
            String defaults) {
        Column named(String newName) {
            return new Column(newName, type, required, identity, computed, stored, defaults);
        }

        Column defaulted(String newDefault) {
            return new Column(name, type, required, identity, computed, stored, newDefault);
        }

        /** The most bytes in a key; a negative number if it can be in none. */
        int bytes() {
            if (type.contains("(MAX)") || type.startsWith("XML") || type.contains("TEXT")) {
                return -1;
            }
            int length =
                    type.matches("N?(VAR)?(CHAR|BINARY)\\(\\d+\\).*")
                            ? Integer.parseInt(type.replaceFirst("\\D*(\\d+).*", "$1"))
                            : 0;
            return length > 0 ? (type.startsWith("N") ? 2 * length : length) : 8;
        }
    }

    record Key(String name, boolean primary, List<String> columns) {}

    /**
     * @param filter of which rows; empty for all
     */
    record Index(
            String name,
            boolean unique,
            List<String> columns,
            List<String> included,
            String filter) {}

    record Check(String name, String condition) {}

    record Relation(
            String name,
            List<String> columns,
            String target,
            List<String> targetColumns,
            String onDelete,
            String onUpdate) {
        boolean reaches() {
            return !onDelete.equals("NO ACTION") || !onUpdate.equals("NO ACTION");
        }
    }
}
