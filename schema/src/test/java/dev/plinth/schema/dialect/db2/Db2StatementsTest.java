package dev.plinth.schema.dialect.db2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.dialect.Statements;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.DerivedIds;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which changes ask for a REORG, and so end the transaction. */
class Db2StatementsTest {
    private static final TableName NAME = new TableName("Elsewhere", "a'b");

    private final Dialect dialect = Dialects.named("db2");
    private final Statements statements = dialect.statements();

    private static Column column(ColumnType type) {
        return Column.of(DerivedIds.column(NAME, "c"), "c", type);
    }

    private static Table table(Column column) {
        return Table.of(DerivedIds.table(NAME), "t", List.of(column)).withName(NAME);
    }

    private static Change.ChangeColumn retyped(ColumnType from, ColumnType to) {
        return new Change.ChangeColumn(
                table(column(to)), column(from), column(to), Set.of(Aspect.TYPE));
    }

    @Test
    void mostChangesAreOneTransaction() {
        Table table = table(column(new TextType(9)));
        assertThat(statements.endsTransaction(new Change.CreateTable(table, List.of()))).isFalse();
        assertThat(statements.endsTransaction(retyped(new TextType(9), new TextType(99))))
                .isFalse();
        assertThat(statements.endsTransaction(new Change.AddColumn(table, column(new TextType(9)))))
                .isFalse();
    }

    @Test
    void butNotThoseAfterWhichRowsAreWrittenAnew() {
        Table table = table(column(new TextType(9)));
        assertThat(
                        statements.endsTransaction(
                                new Change.DropColumn(table, column(new TextType(9)))))
                .isTrue();
        assertThat(statements.endsTransaction(retyped(IntegerType.NORMAL, IntegerType.BIG)))
                .isTrue();
        assertThat(
                        statements.endsTransaction(
                                new Change.ChangeColumn(
                                        table,
                                        column(new TextType(9)),
                                        column(new TextType(9)).withRequired(true),
                                        EnumSet.of(Aspect.REQUIRED))))
                .isTrue();
    }

    @Test
    void theTableOfAnotherSchemaIsNamed() {
        assertThat(
                        statements.write(
                                new Change.DropColumn(
                                        table(column(IntegerType.BIG)), column(IntegerType.BIG))))
                .containsExactly(
                        "ALTER TABLE \"Elsewhere\".\"a'b\" DROP COLUMN \"c\" RESTRICT",
                        "CALL SYSPROC.ADMIN_CMD('REORG TABLE \"Elsewhere\".\"a''b\"')");
    }

    @Test
    void whatIsKeptAlikeChangesItsCommentAlone() {
        assertThat(statements.write(retyped(new LongTextType(), new JsonType())))
                .containsExactly("COMMENT ON COLUMN \"Elsewhere\".\"a'b\".\"c\" IS '[JSON]'");
        assertThat(statements.write(retyped(new ZonedTimestampType(6), new TimestampType(6))))
                .containsExactly("COMMENT ON COLUMN \"Elsewhere\".\"a'b\".\"c\" IS ''");
    }

    @Test
    void aScriptEndsABlockByASignOfItsOwn() {
        Table table = table(column(IntegerType.BIG).withIdentity(Identity.BY_DEFAULT));
        assertThat(statements.restartIdentity(table))
                .singleElement()
                .satisfies(
                        s ->
                                assertThat(statements.ended(s))
                                        .startsWith("--#SET TERMINATOR @\nBEGIN\n")
                                        .endsWith("\nEND\n@\n--#SET TERMINATOR ;\n"));
        assertThat(statements.ended("DROP TABLE t")).isEqualTo("DROP TABLE t;\n");
        assertThat(statements.restartIdentity(table, 41))
                .containsExactly(
                        "ALTER TABLE \"Elsewhere\".\"a'b\" ALTER COLUMN \"c\" RESTART WITH 42");
    }
}
