package dev.plinth.schema.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.DerivedIds;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.Trigger;
import dev.plinth.schema.model.Trigger.TriggerAction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

class HandWrittenTest {
    private static final TableName CUSTOMER = TableName.of("customer");
    private static final TableName ORDER = TableName.of("order");

    private final ModelDocument shop = ModelFiles.read(resource("shop"));
    private final Table customer = shop.model().tableNamed(CUSTOMER).orElseThrow();
    private final Table order = shop.model().tableNamed(ORDER).orElseThrow();

    static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(HandWrittenTest.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void idsComeFromNamesAsInspectorsDeriveThem() {
        assertThat(shop.project()).isEqualTo("shop");
        assertThat(customer.id()).isEqualTo(DerivedIds.table(CUSTOMER));
        assertThat(customer.columns())
                .extracting(Column::id)
                .containsExactly(
                        DerivedIds.column(CUSTOMER, "id"),
                        DerivedIds.column(CUSTOMER, "email"),
                        DerivedIds.column(CUSTOMER, "balance"),
                        DerivedIds.column(CUSTOMER, "created_at"),
                        DerivedIds.column(CUSTOMER, "shout"));
        assertThat(customer.checks().getFirst().id())
                .isEqualTo(DerivedIds.check(CUSTOMER, "balance_is_sensible"));
        assertThat(customer.uniques().getFirst().id())
                .isEqualTo(DerivedIds.unique(CUSTOMER, "(email)"));
    }

    @Test
    void shortFormsMeanTheLongOnes() {
        assertThat(customer.keyColumns()).containsExactly(DerivedIds.column(CUSTOMER, "id"));
        assertThat(customer.columnNamed("balance").orElseThrow().defaultValue())
                .isEqualTo(new Default.Value("0"));
        assertThat(customer.columnNamed("shout").orElseThrow().generated())
                .isEqualTo(new Generated(Expression.cel("email.upperAscii()"), true));
        Index index = customer.indexes().getFirst();
        assertThat(index.parts())
                .containsExactly(
                        Index.Part.column(DerivedIds.column(CUSTOMER, "created_at")),
                        new Index.Part(DerivedIds.column(CUSTOMER, "email"), "", true));
        assertThat(index.where()).isEqualTo(Expression.sql("balance > 0"));
        assertThat(shop.model().choices().getFirst().values())
                .containsExactly("new", "paid", "cancelled");
    }

    @Test
    void aRelationPointsAtTheKeyUnlessItSaysOtherwise() {
        Relation relation = order.relations().getFirst();
        assertThat(relation.target()).isEqualTo(customer.id());
        assertThat(relation.targetColumns()).isEqualTo(customer.keyColumns());
        assertThat(relation.columns()).containsExactly(DerivedIds.column(ORDER, "customer_id"));
        assertThat(relation.onDelete()).isEqualTo(Action.SET_NULL);
        assertThat(relation.onUpdate()).isEqualTo(Action.NO_ACTION);
    }

    @Test
    void aTriggerIsRead() {
        assertThat(order.triggers())
                .containsExactly(
                        new Trigger(
                                DerivedIds.trigger(ORDER, "note_payment"),
                                "note_payment",
                                Set.of(Trigger.Event.UPDATE),
                                Expression.cel("state == 'paid'"),
                                new TriggerAction.SetColumn(
                                        DerivedIds.column(ORDER, "paid_at"),
                                        Expression.cel("now()"))));
    }

    @Test
    void anExportLooksAsAPersonWouldWriteIt() throws IOException {
        assertThat(ModelText.write("shop", shop.model()))
                .isEqualTo(Files.readString(resource("shop.yaml")));
    }

    @Test
    void whatIsNotOursIsLeftAlone(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("roles"));
        Files.createDirectories(folder.resolve("tables"));
        Files.writeString(folder.resolve("roles/clerk.yaml"), "name: clerk\n");
        Files.writeString(folder.resolve("tables/README.md"), "About tables.\n");
        Files.writeString(folder.resolve("tables/gone.yaml"), "name: gone\n");
        ModelFiles.write(folder, "shop", shop.model());
        assertThat(folder.resolve("roles/clerk.yaml")).hasContent("name: clerk");
        assertThat(folder.resolve("tables/README.md")).hasContent("About tables.");
        assertThat(folder.resolve("tables/gone.yaml")).doesNotExist();
        assertThat(ModelFiles.read(folder).model()).isEqualTo(shop.model());
    }

    @Test
    void aPlaceIsFoundForEachElement() {
        assertThat(shop.place("tables/customer/columns/balance"))
                .contains(new Place("tables/customer.yaml", 7));
        assertThat(shop.place("tables/customer/columns/balance/default"))
                .contains(new Place("tables/customer.yaml", 7));
        assertThat(shop.place("tables/nowhere")).isEmpty();
        assertThat(shop.place("tables/order/relations/order_customer"))
                .contains(new Place("tables/order.yaml", 9));
    }
}
