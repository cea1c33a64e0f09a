package dev.plinth.schema;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import dev.plinth.testing.PlantedClasses;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Map;

class LayerTest {

    private static final ArchRule KNOWS_ONLY_WHAT_IS_BELOW =
            noClasses()
                    .that()
                    .resideInAPackage("dev.plinth.schema..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.plinth.data..", "dev.plinth.app..", "org.springframework..")
                    .because("the heart knows neither its callers nor a framework");

    @Test
    void knowsOnlyWhatIsBelow() {
        KNOWS_ONLY_WHAT_IS_BELOW.check(
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.plinth.schema"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.plinth.app.Caller", "org.springframework.Framework"})
    void noticesADependencyThatIsForbidden(String forbidden, @TempDir Path folder) {
        var planted =
                PlantedClasses.compile(
                        folder,
                        Map.of(
                                forbidden,
                                "public class %s {}".formatted(forbidden.replaceAll(".*\\.", "")),
                                "dev.plinth.schema.Planted",
                                "class Planted { Object known = new %s(); }".formatted(forbidden)));
        var classes = new ClassFileImporter().importPath(planted);

        assertThatThrownBy(() -> KNOWS_ONLY_WHAT_IS_BELOW.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("dev.plinth.schema.Planted")
                .hasMessageContaining(forbidden);
    }
}
