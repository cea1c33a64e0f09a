package dev.plinth.schema.document;

import dev.plinth.schema.model.DerivedIds;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.Trigger;
import dev.plinth.schema.model.Trigger.Assignment;
import dev.plinth.schema.model.Trigger.Event;
import dev.plinth.schema.model.Trigger.TriggerAction;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one trigger of a table. */
final class TriggerReader {
    private static final Map<String, String> KINDS =
            Stream.of("setColumn", "insertRow", "callUrl", "publish")
                    .collect(Collectors.toMap(kind -> kind, kind -> kind));
    private static final TriggerAction NONE = new TriggerAction.CallUrl("");

    private final References references;
    private final TableName table;
    private final String tableId;

    TriggerReader(References references, TableName table, String tableId) {
        this.references = references;
        this.table = table;
        this.tableId = tableId;
    }

    Trigger read(Fields fields, String name) {
        String id =
                fields.scalar("id")
                        .map(Tree.Scalar::text)
                        .orElseGet(() -> DerivedIds.trigger(table, name));
        Set<Event> events = EnumSet.noneOf(Event.class);
        for (Tree.Scalar event : fields.scalars("events")) {
            fields.word(event, Words.EVENTS).ifPresent(events::add);
        }
        Optional<Expression> when = ExpressionReader.property(fields, "when");
        if (fields.tree("action").isEmpty()) {
            fields.missing("action");
        }
        TriggerAction action = fields.fields("action").map(this::action).orElse(NONE);
        return new Trigger(id, name, events, when.orElse(null), action);
    }

    private TriggerAction action(Fields fields) {
        String kind = fields.word("kind", KINDS).orElse("");
        if (fields.tree("kind").isEmpty()) {
            fields.missing("kind");
        }
        TriggerAction action =
                switch (kind) {
                    case "setColumn" ->
                            new TriggerAction.SetColumn(column(tableId, fields), value(fields));
                    case "insertRow" -> insertRow(fields);
                    case "callUrl" -> new TriggerAction.CallUrl(fields.required("url"));
                    case "publish" -> new TriggerAction.Publish();
                    default -> null;
                };
        if (action == null) {
            return NONE;
        }
        fields.done();
        return action;
    }

    private TriggerAction insertRow(Fields fields) {
        if (fields.tree("table").isEmpty()) {
            fields.missing("table");
        }
        String target = fields.scalar("table").flatMap(t -> references.table(t, fields)).orElse("");
        return new TriggerAction.InsertRow(
                target,
                fields.mappings("values").stream()
                        .map(fields::part)
                        .map(value -> assignment(target, value))
                        .toList());
    }

    private Assignment assignment(String target, Fields fields) {
        Assignment assignment =
                new Assignment(target.isEmpty() ? "" : column(target, fields), value(fields));
        fields.tree("column");
        fields.done();
        return assignment;
    }

    private String column(String ofTable, Fields fields) {
        if (fields.tree("column").isEmpty()) {
            fields.missing("column");
        }
        return fields.scalar("column")
                .flatMap(c -> references.column(ofTable, c, fields))
                .orElse("");
    }

    private static Expression value(Fields fields) {
        if (fields.tree("value").isEmpty()) {
            fields.missing("value");
        }
        return ExpressionReader.property(fields, "value").orElse(Expression.cel(""));
    }
}
