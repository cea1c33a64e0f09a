package dev.plinth.app.rows;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of a request without any value of it: names of parameters, and operators of filters. */
final class ShownPath {
    private static final int LONGEST = 400;
    private static final Pattern OPERATOR =
            Pattern.compile(
                    "^(?:not\\.)?(?:eq|neq|gte?|lte?|i?like|i?match|in|is|isdistinct|[fw]?fts|p[lh]fts"
                        + "|c[sd]|ov|s[lr]|nx[lr]|adj)(?:\\((?:any|all)\\))?(?=[.(])");

    private ShownPath() {}

    static String of(String path, @Nullable String query) {
        StringBuilder shown = new StringBuilder(path);
        char before = '?';
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            int equals = parameter.indexOf('=');
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            Matcher operator = OPERATOR.matcher(value);
            shown.append(before).append(equals < 0 ? parameter : parameter.substring(0, equals));
            if (operator.find()) {
                shown.append('=').append(operator.group());
            }
            before = '&';
        }
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown.toString();
    }
}
