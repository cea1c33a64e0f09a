package dev.plinth.schema.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.RandomModels;
import dev.plinth.schema.model.Seeds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

class RoundTripTest {
    @Test
    void oneTextGivesTheModelBackAndTheSameBytes() {
        Seeds.each(
                400,
                seed -> {
                    Model model = RandomModels.wild(seed);
                    String text = ModelText.write("shop", model);
                    ModelDocument read = ModelText.read("model.yaml", text);
                    same(read.model(), model);
                    assertThat(read.project()).isEqualTo("shop");
                    assertThat(ModelText.write("shop", read.model())).isEqualTo(text);
                });
    }

    @Test
    void aFolderGivesTheModelBackAndTheSameBytes() {
        Seeds.each(
                400,
                seed -> {
                    Model model = RandomModels.wild(seed);
                    Map<String, String> files = ModelFolder.write("shop", model);
                    Model read = ModelFolder.read(files).model();
                    same(read, ModelFolder.sorted(model));
                    assertThat(ModelFolder.write("shop", read)).isEqualTo(files);
                    assertThat(files.keySet())
                            .allMatch(f -> f.matches("[^/]+|(tables|views|choices)/[^/]+\\.yaml"))
                            .hasSize(
                                    1
                                            + model.tables().size()
                                            + model.views().size()
                                            + model.choices().size());
                });
    }

    @Test
    void jsonGivesTheModelBackAndTheSameBytes() {
        Seeds.each(
                400,
                seed -> {
                    Model model = RandomModels.wild(seed);
                    String json = ModelJson.write(model);
                    same(ModelJson.read(json), model);
                    assertThat(ModelJson.write(ModelJson.read(json))).isEqualTo(json);
                    model.tables()
                            .forEach(
                                    t ->
                                            assertThat(ModelJson.readTable(ModelJson.writeTable(t)))
                                                    .isEqualTo(t));
                    model.views()
                            .forEach(
                                    v ->
                                            assertThat(ModelJson.readView(ModelJson.writeView(v)))
                                                    .isEqualTo(v));
                    model.choices()
                            .forEach(
                                    c ->
                                            assertThat(
                                                            ModelJson.readChoice(
                                                                    ModelJson.writeChoice(c)))
                                                    .isEqualTo(c));
                });
    }

    @Test
    void filesOnDiskGiveTheModelBack(@TempDir Path folder) {
        Seeds.each(
                20,
                seed -> {
                    Model model = ModelFolder.sorted(RandomModels.wild(seed));
                    for (String name : new String[] {"model", "model.yaml", "model.json"}) {
                        ModelFiles.write(folder.resolve(name), "shop", model);
                        same(ModelFiles.read(folder.resolve(name)).model(), model);
                    }
                });
    }

    @Test
    void textsComeBack() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("a", "x = 'é' AND \"y\" > 1\n");
        texts.put("", "");
        assertThat(ModelJson.readTexts(ModelJson.writeTexts(texts))).isEqualTo(texts);
    }

    private static void same(Model read, Model expected) {
        assertThat(read.tables()).isEqualTo(expected.tables());
        assertThat(read.views()).isEqualTo(expected.views());
        assertThat(read.choices()).isEqualTo(expected.choices());
    }
}
