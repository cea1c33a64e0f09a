package dev.plinth.schema.diff;

import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.model.View;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a view reads, told by the names in its query: databases that know better keep it to
 * themselves until a view is made. It may be one too many: a column elsewhere may be called as a
 * table is.
 */
final class ViewReads {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

    private final String id;
    private final String text;
    private final Set<String> names = new HashSet<>();

    private ViewReads(String id, String query) {
        this.id = id;
        this.text = lower(query);
        add(query, false);
        // Only some databases escape with it, and a string that ends late would hide names.
        if (query.contains("\\")) {
            add(query, true);
        }
    }

    static ViewReads of(View view) {
        return new ViewReads(view.id(), view.query());
    }

    /** Whether the view names it, whatever its case, and not merely within a text. */
    boolean has(String name) {
        String wanted = lower(name);
        return names.contains(wanted) || !WORD.matcher(name).matches() && text.contains(wanted);
    }

    /** Whether the view reads another of these, itself aside. */
    boolean anyOf(Collection<View> views) {
        return views.stream().anyMatch(v -> !v.id().equals(id) && has(v.name().name()));
    }

    private void add(String sql, boolean backslashes) {
        for (SqlToken token : SqlToken.of(sql, backslashes)) {
            char first = sql.charAt(token.start());
            if (first != '\'' && token.isName()) {
                names.add(lower(token.text()));
            }
            // A name of SQL Server, or the place in an array of PostgreSQL.
            if (first == '[') {
                add(token.text(), backslashes);
            }
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
