package dev.plinth.app.web;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The description of the builder API. It is written by hand; a test compares it with what there is.
 */
@RestController
class OpenApiController {
    private static final String FILE = "/builder-api.yaml";
    private final JsonMapper json;
    private volatile byte @Nullable [] description;

    OpenApiController(JsonMapper json) {
        this.json = json;
    }

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] description() {
        byte[] made = description;
        if (made == null) {
            made = json.writeValueAsBytes(read());
            description = made;
        }
        return made;
    }

    private static Object read() {
        try (InputStream file = OpenApiController.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing in the program");
            }
            return new Load(LoadSettings.builder().build()).loadFromInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
