package dev.plinth.schema.dialect.standard;

import static dev.plinth.schema.dialect.Cost.Blocks.EVERYBODY;
import static dev.plinth.schema.dialect.Cost.Blocks.NOBODY;
import static dev.plinth.schema.dialect.Cost.Blocks.WRITERS;
import static dev.plinth.schema.dialect.Cost.Work.CATALOG;
import static dev.plinth.schema.dialect.Cost.Work.REWRITE;
import static dev.plinth.schema.dialect.Cost.Work.SCAN;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.dialect.Cost;
import dev.plinth.schema.dialect.Costs;
import dev.plinth.schema.model.View;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The costs where nothing better is known: whatever alters a table locks it, and what new
 * constraints and indexes ask is asked of every row.
 */
public class StandardCosts implements Costs {
    private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?");

    @Override
    public final Cost of(Change change, String version) {
        return switch (change) {
            case Change.CreateTable c -> Cost.NONE;
            case Change.Provide c -> Cost.NONE;
            case Change.CreateView c -> createView(c.view());
            case Change.DropView c -> Cost.of(CATALOG, EVERYBODY);
            case Change.DropTable c -> Cost.of(CATALOG, EVERYBODY);
            case Change.KeepTable c -> Cost.of(CATALOG, EVERYBODY);
            case Change.ReturnTable c -> Cost.of(CATALOG, EVERYBODY);
            case Change.KeepValues c -> Cost.of(SCAN, NOBODY);
            case Change.ReturnValues c -> fill();
            case Change.RenameTable c -> Cost.of(CATALOG, EVERYBODY);
            case Change.RenameColumn c -> rename(version);
            case Change.RebuildTable c -> Cost.of(REWRITE, EVERYBODY);
            case Change.ChangeTableComment c -> comment();
            case Change.AddColumn c -> addColumn(c, version);
            case Change.DropColumn c -> dropColumn(c, version);
            case Change.ChangeColumn c -> changeColumn(c, version);
            case Change.FillColumn c -> fill();
            case Change.AddPrimaryKey c -> addKey(version);
            case Change.DropPrimaryKey c -> dropPrimaryKey(version);
            case Change.AddUnique c -> addKey(version);
            case Change.DropUnique c -> drop();
            case Change.AddIndex c -> addIndex(version);
            case Change.DropIndex c -> drop();
            case Change.AddCheck c -> addCheck(version);
            case Change.DropCheck c -> drop();
            case Change.AddRelation c -> addRelation(version);
            case Change.DropRelation c -> drop();
        };
    }

    protected Cost createView(View view) {
        return Cost.NONE;
    }

    protected Cost rename(String version) {
        return Cost.of(CATALOG, EVERYBODY);
    }

    protected Cost comment() {
        return Cost.NONE;
    }

    protected Cost drop() {
        return Cost.of(CATALOG, EVERYBODY);
    }

    protected Cost addColumn(Change.AddColumn change, String version) {
        boolean each =
                change.column().identity() != null
                        || change.column().generated() != null
                                && change.column().generated().stored();
        return Cost.of(each ? REWRITE : CATALOG, EVERYBODY);
    }

    protected Cost dropColumn(Change.DropColumn change, String version) {
        return Cost.of(CATALOG, EVERYBODY);
    }

    /** The aspects together: what the dearest of them costs. */
    protected Cost changeColumn(Change.ChangeColumn change, String version) {
        Cost cost = comment();
        Set<Aspect> aspects = change.aspects();
        if (aspects.contains(Aspect.TYPE)) {
            cost = cost.and(changeType(change, version));
        }
        if (aspects.contains(Aspect.GENERATED) || aspects.contains(Aspect.IDENTITY)) {
            cost = cost.and(Cost.of(REWRITE, EVERYBODY));
        }
        if (aspects.contains(Aspect.REQUIRED)) {
            cost =
                    cost.and(
                            change.to().required()
                                    ? require(change, version)
                                    : Cost.of(CATALOG, EVERYBODY));
        }
        if (aspects.contains(Aspect.DEFAULT)) {
            cost = cost.and(changeDefault(version));
        }
        return cost;
    }

    protected Cost changeType(Change.ChangeColumn change, String version) {
        return Cost.of(REWRITE, EVERYBODY);
    }

    protected Cost require(Change.ChangeColumn change, String version) {
        return Cost.of(SCAN, EVERYBODY);
    }

    protected Cost changeDefault(String version) {
        return Cost.of(CATALOG, EVERYBODY);
    }

    /** Rows that are updated wait for nobody, but those who write them wait. */
    protected Cost fill() {
        return Cost.of(REWRITE, WRITERS);
    }

    protected Cost addKey(String version) {
        return Cost.of(SCAN, EVERYBODY);
    }

    protected Cost dropPrimaryKey(String version) {
        return drop();
    }

    protected Cost addIndex(String version) {
        return Cost.of(SCAN, EVERYBODY);
    }

    protected Cost addCheck(String version) {
        return Cost.of(SCAN, EVERYBODY);
    }

    protected Cost addRelation(String version) {
        return Cost.of(SCAN, EVERYBODY);
    }

    /**
     * Whether a server is of that version or a later one; a server that nobody asked counts as new.
     */
    protected static boolean since(String version, int major, int minor, int patch) {
        Matcher numbers = VERSION.matcher(version);
        if (!numbers.find()) {
            return true;
        }
        int[] wanted = {major, minor, patch};
        for (int i = 0; i < wanted.length; i++) {
            String text = numbers.group(i + 1);
            int number = text == null ? 0 : Integer.parseInt(text);
            if (number != wanted[i]) {
                return number > wanted[i];
            }
        }
        return true;
    }
}
