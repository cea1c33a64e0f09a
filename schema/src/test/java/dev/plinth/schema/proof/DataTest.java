package dev.plinth.schema.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.schema.deploy.Lab;
import dev.plinth.schema.deploy.Prepared;
import dev.plinth.schema.deploy.Progress;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.testing.TestDatabase;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a deployment promises to the rows that are there. */
class DataTest {
    private static final String DATABASES = "dev.plinth.schema.proof.ProvenDatabases#selected";

    @AfterAll
    static void tell() {
        Tally.write();
    }

    /** What is written is read, cell by cell, as it is in Java. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void rowsAreReadAsTheyWereWritten(TestDatabase database) {
        Proof.of(
                database,
                "same rows",
                40,
                1,
                Script.ANY,
                c -> {
                    c.lab().deploy(c.model(0));
                    Contents put = Rows.put(c.lab(), c.model(0), c.seed());
                    Contents found = Contents.of(c.lab(), c.model(0));
                    for (Table table : c.model(0).tables()) {
                        assertSame(put.of(table), found.of(table), table, known(put, table));
                    }
                });
    }

    /**
     * Every cell that stays is as before, in the text of its new type; what is lost was declared;
     * what stands in the way was found before.
     */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void nothingIsLostThatWasNotDeclared(TestDatabase database) {
        Proof.of(database, "keeps rows", 100, 2, Script.ANY, DataTest::keepsRows);
    }

    /** Whatever names are swapped, rotated or taken over: rows stay with their ids. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void rowsGoWithTheNamesTheyAreGiven(TestDatabase database) {
        Proof.of(database, "renames", 40, 2, RENAMES::contains, DataTest::keepsRows);
    }

    private static final Set<Edit.Kind> RENAMES =
            Set.of(
                    Edit.Kind.RENAME_TABLE,
                    Edit.Kind.SWAP_TABLES,
                    Edit.Kind.ROTATE_TABLES,
                    Edit.Kind.REPLACE_TABLE,
                    Edit.Kind.RENAME_COLUMN,
                    Edit.Kind.SWAP_COLUMNS,
                    Edit.Kind.REPLACE_COLUMN,
                    Edit.Kind.RETYPE_COLUMN);

    private static void keepsRows(Case trial) throws Exception {
        Lab lab = trial.lab();
        lab.deploy(trial.model(0));
        Rows.put(lab, trial.model(0), trial.seed());
        Model was = Lowering.lower(trial.model(0), lab.dialect());
        Model will = Lowering.lower(trial.model(1), lab.dialect());
        Contents before = Contents.of(lab, was);
        Prepared prepared = lab.deployer().prepare(trial.model(1));
        if (prepared.isBlocked()) {
            PlinthException refusal =
                    catchThrowableOfType(PlinthException.class, () -> lab.deploy(trial.model(1)));
            assertThat(refusal.problems())
                    .extracting(p -> p.code())
                    .contains("D203")
                    .isSubsetOf("D203", "D214");
            assertThat(Contents.of(lab, was)).isEqualTo(before);
            return;
        }
        lab.deployer()
                .deploy(
                        trial.model(1),
                        prepared.plan().fingerprint(),
                        prepared.consentNeeded(),
                        Progress.SILENT);
        Contents after = Contents.of(lab, will);
        String losses =
                prepared.plan().steps().stream().map(Step::loss).collect(Collectors.joining("; "));
        for (Table table : was.tables()) {
            Table then = will.table(table.id()).or(() -> inPlaceOf(table, was, will)).orElse(null);
            if (then == null) {
                assertThat(before.of(table).isEmpty() || !losses.isEmpty()).as(losses).isTrue();
            } else {
                kept(before.of(table), table, after.of(then), then, losses);
            }
        }
    }

    private static void kept(
            List<Map<String, @Nullable String>> before,
            Table was,
            List<Map<String, @Nullable String>> after,
            Table then,
            String losses) {
        List<String> compared = new ArrayList<>();
        List<Map<String, @Nullable String>> expected = new ArrayList<>();
        before.forEach(r -> expected.add(new HashMap<>()));
        for (Column column : then.columns()) {
            Column old = old(was, then, column);
            if (column.generated() != null || column.identity() != null && old == null) {
                continue;
            }
            if (old != null && old.generated() != null) {
                continue;
            }
            boolean declared = old != null && losses.contains("." + column.name() + " may be");
            if (declared) {
                continue;
            }
            if (old == null && !isKnown(column)) {
                continue;
            }
            compared.add(column.id());
            for (int i = 0; i < before.size(); i++) {
                expected.get(i).put(column.id(), then(before.get(i), old, column));
            }
        }
        for (Column old : was.columns()) {
            boolean gone =
                    then.columns().stream().noneMatch(c -> old.equals(old(was, then, c)))
                            && old.generated() == null;
            boolean held = before.stream().anyMatch(r -> r.get(old.id()) != null);
            if (gone && held) {
                assertThat(losses).contains(old.name());
            }
        }
        assertSame(expected, asBefore(after, was, then), then, compared);
    }

    private static Optional<Table> inPlaceOf(Table table, Model was, Model will) {
        return will.tables().stream()
                .filter(t -> t.name().equals(table.name()) && was.table(t.id()).isEmpty())
                .findFirst();
    }

    /** One that takes the place of another under its name takes over its values. */
    private static @Nullable Column old(Table was, Table then, Column column) {
        return was.column(column.id())
                .or(() -> was.columnNamed(column.name()).filter(c -> then.column(c.id()).isEmpty()))
                .orElse(null);
    }

    private static boolean isKnown(Column column) {
        return column.defaultValue() == null || column.defaultValue() instanceof Default.Value;
    }

    /** The value that a cell has to hold after. */
    private static @Nullable String then(
            Map<String, @Nullable String> row, @Nullable Column old, Column column) {
        String value = old == null ? null : row.get(old.id());
        if (value != null && old != null) {
            return isText(column.type()) && !isText(old.type())
                    ? value
                    : text(
                            column.type(),
                            old.type() instanceof BooleanType
                                            && !(column.type() instanceof BooleanType)
                                            && !isText(column.type())
                                    ? bit(value)
                                    : value);
        }
        boolean fills = column.backfill() != null && (old == null || column.required());
        if (fills) {
            return column.backfill().text().replaceAll("\\D", "");
        }
        boolean begins = old == null && column.defaultValue() instanceof Default.Value;
        return begins ? text(column.type(), ((Default.Value) column.defaultValue()).text()) : null;
    }

    private static boolean isText(ColumnType type) {
        return type instanceof TextType || type instanceof LongTextType;
    }

    private static String bit(String value) {
        return value.equals("true") ? "1" : "0";
    }

    /** What became a text is compared as what its old type reads in it. */
    private static List<Map<String, @Nullable String>> asBefore(
            List<Map<String, @Nullable String>> rows, Table was, Table then) {
        List<Map<String, @Nullable String>> read = new ArrayList<>();
        for (Map<String, @Nullable String> row : rows) {
            Map<String, @Nullable String> copy = new HashMap<>(row);
            for (Column column : then.columns()) {
                Column old = old(was, then, column);
                String text = row.get(column.id());
                if (old != null
                        && text != null
                        && isText(column.type())
                        && !isText(old.type())
                        && old.generated() == null) {
                    copy.put(column.id(), text(old.type(), text));
                }
            }
            read.add(copy);
        }
        return read;
    }

    private static String text(ColumnType type, String text) {
        return type.format(type.parse(text));
    }

    private static List<String> known(Contents put, Table table) {
        return table.columns().stream()
                .map(Column::id)
                .filter(c -> put.of(table).stream().anyMatch(r -> r.containsKey(c)))
                .toList();
    }

    private static void assertSame(
            List<Map<String, @Nullable String>> expected,
            List<Map<String, @Nullable String>> found,
            Table table,
            List<String> columns) {
        assertThat(Contents.lines(found, columns))
                .as(table.name().toString())
                .isEqualTo(Contents.lines(expected, columns));
    }
}
