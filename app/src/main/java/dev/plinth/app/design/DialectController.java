package dev.plinth.app.design;

import dev.plinth.app.connection.UrlRules;
import dev.plinth.app.database.Drivers;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** The databases that Plinth knows. */
@RestController
class DialectController {
    private final Drivers drivers;

    DialectController(Drivers drivers) {
        this.drivers = drivers;
    }

    /**
     * @param driver whether its driver is here
     * @param urlTemplate what a URL of it looks like
     * @param serves whether rows can be read and written in it
     */
    record Answer(String name, String title, boolean driver, String urlTemplate, boolean serves) {}

    @GetMapping("/api/dialects")
    List<Answer> all() {
        return Dialects.all().stream().map(this::answer).toList();
    }

    private Answer answer(Dialect dialect) {
        String url = UrlRules.example(dialect);
        boolean driver = drivers.of(url).isPresent();
        return new Answer(dialect.name(), dialect.title(), driver, url, driver);
    }
}
