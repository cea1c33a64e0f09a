package dev.plinth.data.request;

import java.util.ArrayList;
import java.util.List;

/** Lists written as {@code {a,b,"c, d"}}. */
final class ArrayText {
    private ArrayText() {}

    static List<String> parse(String text) {
        TextScanner in = new TextScanner("filter", text);
        in.skipSpaces();
        in.expect('{', "\"{\"");
        List<String> values = new ArrayList<>();
        in.skipSpaces();
        if (in.take("}")) {
            return values;
        }
        do {
            in.skipSpaces();
            String quoted = in.quoted();
            if (quoted != null) {
                values.add(quoted);
                in.skipSpaces();
            } else {
                values.add(in.run(c -> c != ',' && c != '}').stripTrailing());
            }
        } while (in.take(","));
        in.expect('}', "\",\" or \"}\"");
        return values;
    }
}
