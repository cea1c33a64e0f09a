package dev.plinth.app.design;

import com.fasterxml.jackson.annotation.JsonRawValue;

import dev.plinth.app.web.Input;
import dev.plinth.app.web.ProblemAnswer;
import dev.plinth.schema.convert.Conversion;
import dev.plinth.schema.convert.Conversions;
import dev.plinth.schema.convert.sketch.IdSource;
import dev.plinth.schema.document.ModelJson;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;

/** Descriptions made for something else, as tables that can be put into a model. */
@RestController
class ConversionController {
    private static final int LONGEST = 4_000_000;

    record Body(@Nullable String from, @Nullable String text, @Nullable String name) {}

    /**
     * @param problems what was guessed at, passed over or left out
     */
    record Answer(@JsonRawValue String model, List<ProblemAnswer.Entry> problems) {}

    @PostMapping("/api/design/convert")
    Answer convert(@RequestBody Body body) {
        Input input = new Input();
        String from = input.text("from", body.from(), 40);
        String name = input.optional("name", body.name(), 400);
        input.text("text", body.text(), LONGEST);
        input.check();
        // As it came: spaces at its beginning mean something, and lines are counted.
        String text = Objects.requireNonNull(body.text(), "it was checked");
        Conversion made = Conversions.convert(from, name, text, IdSource.FRESH);
        return new Answer(ModelJson.write(made.model()), ProblemAnswer.entries(made.problems()));
    }
}
