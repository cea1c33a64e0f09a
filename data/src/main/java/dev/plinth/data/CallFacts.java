package dev.plinth.data;

import dev.plinth.data.request.JsonText;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What functions of the database may know about the request that calls them. */
final class CallFacts {
    /** By these one acts as the caller, so they are told to nobody. */
    private static final Set<String> SECRET =
            Set.of("authorization", "apikey", "cookie", "proxy-authorization", "x-csrf-token");

    private CallFacts() {}

    static Map<String, String> of(Exchange exchange) {
        DataRequest request = exchange.request();
        Map<String, String> headers = new TreeMap<>();
        request.headers()
                .forEach(
                        (name, values) -> {
                            if (!SECRET.contains(name) && !values.isEmpty()) {
                                headers.put(name, values.getLast());
                            }
                        });
        Map<String, String> caller = new LinkedHashMap<>();
        if (!exchange.caller().id().isEmpty()) {
            caller.put("sub", exchange.caller().id());
            caller.put("email", exchange.caller().email());
        }
        String path = request.path();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("request.method", request.method());
        facts.put("request.path", path.startsWith("/") ? path : "/" + path);
        facts.put("request.headers", json(headers));
        facts.put("request.jwt.claims", json(caller));
        return facts;
    }

    private static String json(Map<String, String> members) {
        return members.entrySet().stream()
                .map(m -> JsonText.quoted(m.getKey()) + ":" + JsonText.quoted(m.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
