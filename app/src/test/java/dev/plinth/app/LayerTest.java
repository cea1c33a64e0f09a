package dev.plinth.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

import dev.plinth.testing.PlantedClasses;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class LayerTest {
    /** Each may know those before it, and the start of the server all of them. */
    private static final List<String> PACKAGES =
            List.of(
                    "settings",
                    "web",
                    "database",
                    "store",
                    "account",
                    "project",
                    "connection",
                    "design",
                    "access",
                    "deploy",
                    "attach",
                    "operations",
                    "rows",
                    "sample",
                    "outbox");

    private static final JavaClasses PROGRAM =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.plinth.app");

    private static final ArchRule EACH_KNOWS_ONLY_THOSE_BELOW = layers();

    private static final ArchRule COMMANDS_START_NO_SPRING =
            noClasses()
                    .that()
                    .resideInAPackage("dev.plinth.app.cli..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework..")
                    .because("a command that needs no server starts in a fraction of a second")
                    .allowEmptyShould(true);

    private static ArchRule layers() {
        var layers =
                Architectures.layeredArchitecture()
                        .consideringOnlyDependenciesInLayers()
                        .withOptionalLayers(true);
        for (String name : PACKAGES) {
            layers = layers.layer(name).definedBy("dev.plinth.app." + name + "..");
        }
        for (int i = 0; i < PACKAGES.size(); i++) {
            var layer = layers.whereLayer(PACKAGES.get(i));
            layers =
                    i == 0
                            ? layer.mayNotAccessAnyLayer()
                            : layer.mayOnlyAccessLayers(
                                    PACKAGES.subList(0, i).toArray(new String[0]));
        }
        return layers;
    }

    @Test
    void eachPackageKnowsOnlyThoseBelow() {
        EACH_KNOWS_ONLY_THOSE_BELOW.check(PROGRAM);
    }

    @Test
    void commandsStartNoSpring() {
        COMMANDS_START_NO_SPRING.check(PROGRAM);
    }

    @Test
    void noticesADependencyThatIsForbidden(@TempDir Path folder) {
        var planted =
                PlantedClasses.compile(
                        folder,
                        Map.of(
                                "dev.plinth.app.deploy.Above",
                                "public class Above {}",
                                "dev.plinth.app.store.Planted",
                                "class Planted { Object known = new dev.plinth.app.deploy.Above();"
                                        + " }"));
        var classes = new ClassFileImporter().importPath(planted);

        assertThatThrownBy(() -> EACH_KNOWS_ONLY_THOSE_BELOW.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("dev.plinth.app.store.Planted")
                .hasMessageContaining("dev.plinth.app.deploy.Above");
    }
}
