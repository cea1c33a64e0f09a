package dev.plinth.schema.plan;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.model.Column;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says a change in one line for people. */
public final class Titles {
    private Titles() {}

    public static String of(Change change) {
        return of(change, c -> "");
    }

    /**
     * @param more what is said besides of a change
     */
    static String of(Change change, Function<Change, String> more) {
        return plain(change, more) + more.apply(change);
    }

    private static String plain(Change change, Function<Change, String> more) {
        return switch (change) {
            case Change.CreateTable c -> "Create table " + c.on();
            case Change.DropTable c -> "Drop table " + c.on();
            case Change.KeepTable c -> "Drop table " + c.on() + ", kept as " + c.kept();
            case Change.ReturnTable c ->
                    "Bring back table " + c.to() + ", kept as " + c.kept().name();
            case Change.KeepValues c ->
                    "Keep the values of "
                            + c.on()
                            + "."
                            + c.column().name()
                            + " as "
                            + c.copy().name();
            case Change.ReturnValues c ->
                    "Give "
                            + c.on()
                            + "."
                            + c.column().name()
                            + " back what is kept as "
                            + c.copy().name();
            case Change.RenameTable c -> "Rename table " + c.from() + " to " + c.to();
            case Change.RebuildTable c ->
                    "Rebuild table "
                            + c.on()
                            + ": "
                            + c.changes().stream()
                                    .map(inside -> of(inside, more))
                                    .map(
                                            t ->
                                                    t.substring(0, 1)
                                                                    .toLowerCase(
                                                                            java.util.Locale.ROOT)
                                                            + t.substring(1))
                                    .collect(Collectors.joining(", "));
            case Change.ChangeTableComment c -> "Change the comment of " + c.on();
            case Change.AddColumn c -> "Add column " + c.on() + "." + c.column().name();
            case Change.DropColumn c -> "Drop column " + c.on() + "." + c.column().name();
            case Change.RenameColumn c ->
                    "Rename column " + c.on() + "." + c.from() + " to " + c.to();
            case Change.ChangeColumn c ->
                    "Change "
                            + c.on()
                            + "."
                            + c.to().name()
                            + ": "
                            + aspects(c.from(), c.to(), c.aspects());
            case Change.FillColumn c ->
                    "Fill " + c.on() + "." + c.column().name() + " where it has no value";
            case Change.AddPrimaryKey c -> "Add the primary key of " + c.on();
            case Change.DropPrimaryKey c -> "Drop the primary key of " + c.on();
            case Change.AddUnique c -> "Add unique key " + c.key().name() + " on " + c.on();
            case Change.DropUnique c -> "Drop unique key " + c.key().name() + " on " + c.on();
            case Change.AddIndex c -> "Add index " + c.index().name() + " on " + c.on();
            case Change.DropIndex c -> "Drop index " + c.index().name() + " on " + c.on();
            case Change.AddCheck c -> "Add check " + c.check().name() + " on " + c.on();
            case Change.DropCheck c -> "Drop check " + c.check().name() + " on " + c.on();
            case Change.AddRelation c ->
                    "Add relation "
                            + c.key().name()
                            + " from "
                            + c.on()
                            + " to "
                            + c.key().target();
            case Change.DropRelation c -> "Drop relation " + c.key().name() + " on " + c.on();
            case Change.Provide c -> "Make " + c.need().name() + ", which tables need";
            case Change.CreateView c -> "Create view " + c.on();
            case Change.DropView c -> "Drop view " + c.on();
        };
    }

    private static String aspects(Column from, Column to, Set<Aspect> aspects) {
        return aspects.stream()
                .sorted()
                .map(a -> aspect(from, to, a))
                .collect(Collectors.joining(", "));
    }

    private static String aspect(Column from, Column to, Aspect aspect) {
        return switch (aspect) {
            case TYPE -> from.type().text() + " becomes " + to.type().text();
            case REQUIRED -> to.required() ? "becomes required" : "is no longer required";
            case DEFAULT ->
                    to.defaultValue() == null ? "loses its default" : "gets another default";
            case IDENTITY ->
                    to.identity() == null ? "is no longer numbered" : "is numbered by the database";
            case GENERATED -> to.generated() == null ? "is no longer computed" : "is computed";
            case COMMENT -> "gets another comment";
        };
    }
}
