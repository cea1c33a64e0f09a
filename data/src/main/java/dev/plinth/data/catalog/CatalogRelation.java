package dev.plinth.data.catalog;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A relation as one of its tables sees it.
 *
 * @param name of the foreign key; of the junction's two, joined, for many-to-many
 * @param holdsKey whether the source is the table with the foreign key
 * @param pairs the columns that agree, source to target; empty for many-to-many
 * @param junction the table between, for many-to-many
 * @param function the function that computes the related rows of a row; null if columns decide
 */
public record CatalogRelation(
        String name,
        CatalogTable source,
        CatalogTable target,
        Cardinality cardinality,
        boolean holdsKey,
        List<Pair> pairs,
        @Nullable Junction junction,
        @Nullable CatalogRoutine function) {
    public CatalogRelation {
        pairs = List.copyOf(pairs);
    }

    /** Two columns that agree in related rows. */
    public record Pair(CatalogColumn source, CatalogColumn target) {}

    /**
     * The table between two tables.
     *
     * @param in source to junction
     * @param out junction to target
     */
    public record Junction(
            CatalogTable table, String inName, List<Pair> in, String outName, List<Pair> out) {
        public Junction {
            in = List.copyOf(in);
            out = List.copyOf(out);
        }
    }

    public boolean isToOne() {
        return cardinality.isToOne();
    }

    public boolean isOfItself() {
        return source == target;
    }

    /** The columns of the source that decide which rows are related. */
    public List<CatalogColumn> sourceColumns() {
        if (function != null) {
            return source.address();
        }
        List<Pair> used = junction == null ? pairs : junction.in();
        return used.stream().map(Pair::source).toList();
    }

    /** What a hint may say to mean this relation. */
    public String hint() {
        return junction == null ? name : junction.table().name();
    }

    /** Whether it goes by a function of that name, which comes before any foreign key. */
    public boolean isComputedBy(String functionName) {
        return function != null && name.equals(functionName);
    }

    /** How the relation comes about, for people who must choose one. */
    public String explanation() {
        if (junction == null) {
            return name
                    + " using "
                    + source.name()
                    + columns(pairs.stream().map(Pair::source).toList())
                    + " and "
                    + target.name()
                    + columns(pairs.stream().map(Pair::target).toList());
        }
        return junction.table().name()
                + " using "
                + junction.inName()
                + columns(junction.in().stream().map(Pair::target).toList())
                + " and "
                + junction.outName()
                + columns(junction.out().stream().map(Pair::source).toList());
    }

    private static String columns(List<CatalogColumn> columns) {
        return columns.stream()
                .map(CatalogColumn::name)
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
