package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import tools.jackson.databind.JsonNode;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

class OpenApiIT {
    @Test
    void theDescriptionNamesExactlyWhatThereIs() {
        try (RunningServer server = RunningServer.start()) {
            JsonNode description = server.browser().get("/api/openapi.json").is(200).json();
            Set<String> described = new TreeSet<>();
            for (var path : description.at("/paths").properties()) {
                for (var operation : path.getValue().properties()) {
                    if (!operation.getKey().equals("parameters")) {
                        described.add(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }
            }
            assertThat(described).containsExactlyElementsOf(mapped(server));
        }
    }

    private static Set<String> mapped(RunningServer server) {
        Set<String> mapped = new TreeSet<>();
        server.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(
                        mapping -> {
                            for (String path : mapping.getPatternValues()) {
                                for (RequestMethod method :
                                        mapping.getMethodsCondition().getMethods()) {
                                    if (path.startsWith("/api/")) {
                                        mapped.add(method + " " + path);
                                    }
                                }
                            }
                        });
        return mapped;
    }

    @Test
    void everySchemaThatIsNamedIsThere() {
        try (RunningServer server = RunningServer.start()) {
            JsonNode description = server.browser().get("/api/openapi.json").is(200).json();
            Set<String> known = new TreeSet<>();
            description.at("/components/schemas").propertyNames().forEach(known::add);
            var named =
                    java.util.regex.Pattern.compile("#/components/schemas/(\\w+)")
                            .matcher(description.toString())
                            .results()
                            .map(r -> r.group(1))
                            .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
            assertThat(named).isNotEmpty();
            assertThat(known).containsAll(named);
        }
    }
}
