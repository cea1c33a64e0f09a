package dev.plinth.schema.deploy;

import dev.plinth.schema.change.Belonging;
import dev.plinth.schema.change.Change;
import dev.plinth.schema.document.ModelJson;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.View;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has to be known of a change to go on after an interruption, as the journal has it. */
final class Effects {
    static final String DROPPED_VIEW = "droppedView";
    static final String MADE_VIEW = "madeView";

    /** What effects on views have in common, as a pattern of LIKE. */
    static final String ON_VIEWS = "%View\"%";

    /** Before its number. */
    private static final String BELONGING = "belonging";

    private Effects() {}

    static Map<String, String> of(Change change) {
        Map<String, String> effect = new HashMap<>();
        switch (change) {
            case Change.CreateTable create -> effect.put("created", create.table().id());
            case Change.RenameTable rename -> {
                effect.put("from", rename.from().toString());
                effect.put("to", rename.to().toString());
            }
            case Change.RenameColumn rename -> {
                effect.put("table", rename.table().id());
                effect.put("from", rename.from());
                effect.put("to", rename.to());
            }
            case Change.AddColumn add -> effect.put("added", add.column().id());
            case Change.FillColumn fill -> effect.put("filled", fill.column().id());
            case Change.ChangeColumn to when to.becomesStored() ->
                    effect.put("stored", to.to().id());
            case Change.ReturnValues back -> effect.put("returned", back.column().id());
            case Change.DropView(View view, var belongings) -> {
                effect.put(DROPPED_VIEW, view.id());
                named(effect, view);
                for (int i = 0; i < belongings.size(); i++) {
                    effect.put(BELONGING + i, ModelJson.writeTexts(texts(belongings.get(i))));
                }
            }
            case Change.CreateView(View view, _) -> {
                effect.put(MADE_VIEW, view.id());
                named(effect, view);
            }
            default -> {}
        }
        return effect;
    }

    private static void named(Map<String, String> effect, View view) {
        effect.put("schema", view.name().schema());
        effect.put("name", view.name().name());
    }

    /** What a view is called whose effect this is. */
    static TableName view(Map<String, String> effect) {
        return new TableName(text(effect, "schema"), text(effect, "name"));
    }

    /** What a dropped view had, in its order. */
    static List<Belonging> belongings(Map<String, String> effect) {
        List<Belonging> belongings = new ArrayList<>();
        for (int i = 0; effect.containsKey(BELONGING + i); i++) {
            belongings.add(
                    belonging(view(effect), ModelJson.readTexts(text(effect, BELONGING + i))));
        }
        return belongings;
    }

    private static Map<String, String> texts(Belonging belonging) {
        return switch (belonging) {
            case Belonging.Given(_, String before, String after) ->
                    Map.of("before", before, "after", after);
            case Belonging.OfColumn(_, String column, String before, String after) ->
                    Map.of("column", column, "before", before, "after", after);
            case Belonging.Said(_, String options, String ending) ->
                    Map.of("options", options, "ending", ending);
            case Belonging.Remembered(Belonging had) -> texts(had);
        };
    }

    private static Belonging belonging(TableName view, Map<String, String> texts) {
        String before = text(texts, "before");
        String after = text(texts, "after");
        if (texts.containsKey("column")) {
            return new Belonging.OfColumn(view, text(texts, "column"), before, after);
        }
        return texts.containsKey("before")
                ? new Belonging.Given(view, before, after)
                : new Belonging.Said(view, text(texts, "options"), text(texts, "ending"));
    }

    private static String text(Map<String, String> texts, String key) {
        return texts.getOrDefault(key, "");
    }
}
