package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.settings.Attached;
import dev.plinth.schema.deploy.Deployer;
import dev.plinth.schema.deploy.Progress;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.document.ModelText;
import dev.plinth.schema.model.Model;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Programs that were written for PostgREST, on three databases: those in {@code src/test/clients},
 * which {@code npm ci} gives their libraries.
 */
class ClientsIT {
    private static final Path SOURCES = Path.of("src/test/clients");
    private static final Path FOLDER = Path.of("target/clients");
    private static final Path GENERATOR = Path.of("target/openapi-generator.jar");
    private static final Path SHOP = Path.of("../data/src/test/resources/dev/plinth/data/shop.ts");
    private static final List<TestDatabase> DATABASES =
            List.of(TestDatabases.SQLITE, TestDatabases.POSTGRESQL, TestDatabases.MARIADB);
    private static final List<FreshDatabase> FRESH = new ArrayList<>();

    /** What only PostgreSQL has of these. */
    private static final String[] FUNCTIONS = {
        "CREATE FUNCTION add_up(a int, b int DEFAULT 10) RETURNS int LANGUAGE sql IMMUTABLE"
                + " AS 'SELECT a + b'",
        "CREATE FUNCTION dear_orders(low numeric) RETURNS SETOF orders LANGUAGE sql STABLE"
                + " AS 'SELECT * FROM orders WHERE total >= low'",
        "CREATE FUNCTION slogan(customers) RETURNS text LANGUAGE sql STABLE"
                + " AS $$ SELECT $1.name || '!' $$"
    };

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        Files.createDirectories(FOLDER);
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        FOLDER.resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertThat(run(Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"))
                .isEqualTo("");
        Model model =
                ModelText.read("model.yaml", Files.readString(SOURCES.resolve("model.yaml")))
                        .model();
        List<Attached> attached = new ArrayList<>();
        for (TestDatabase database : DATABASES) {
            FreshDatabase fresh = database.fresh();
            FRESH.add(fresh);
            Deployer deployer = new Deployer(Dialects.of(fresh.url()), fresh::connect, List.of());
            String fingerprint = deployer.prepare(model).plan().fingerprint();
            deployer.deploy(model, fingerprint, Set.of(), Progress.SILENT);
            if (database == TestDatabases.POSTGRESQL) {
                fresh.execute(FUNCTIONS);
            }
            attached.add(
                    new Attached(
                            database.name(),
                            fresh.url(),
                            fresh.user(),
                            fresh.password(),
                            List.of(),
                            Optional.of("admin"),
                            true,
                            true));
        }
        server =
                RunningServer.start(
                        settings -> AttachIT.with(settings, attached.toArray(Attached[]::new)));
    }

    /** A key of somebody who may read the customers, but for one column. */
    private static String key(Browser ada, String database) {
        String project = "/api/projects/" + database;
        for (JsonNode table : ada.get(project + "/model").is(200).at("/model/tables")) {
            if (table.at("/name").asString().equals("customers")) {
                ada.put(
                                project + "/roles/r00e00000000",
                                "{\"name\":\"clerk\",\"grants\":[{\"table\":\"%s\",\"actions\":[\"read\"],\"hiddenColumns\":[\"%s\"]}]}"
                                        .formatted(
                                                table.at("/id").asString(),
                                                table.at("/columns/3/id").asString()))
                        .is(200);
            }
        }
        return ada.post(project + "/keys", "{\"name\":\"k\",\"role\":\"r00e00000000\"}")
                .is(201)
                .text("/secret");
    }

    @AfterAll
    static void stop() {
        server.close();
        FRESH.forEach(FreshDatabase::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql", "mariadb"})
    void whatIsWrittenForPostgrestWorks(String database) throws IOException, InterruptedException {
        String url = server.url() + "/p/" + database;
        String key = key(server.administrator(), database);
        Map<String, String> environment = Map.of("PLINTH_URL", url, "PLINTH_KEY", key);
        assertThat(run(environment, "node", "--test", "supabase.mjs")).isEqualTo("");
        assertThat(run(environment, "node", "--test", "reactAdmin.mjs")).isEqualTo("");
    }

    @Test
    void theTypesOfTypeScriptAllowWhatIsRightAndNothingElse()
            throws IOException, InterruptedException {
        Answer types =
                server.browser().get("/p/postgresql/rest/v1/", "Accept", "application/typescript");
        Files.writeString(FOLDER.resolve("database.ts"), types.is(200).body());
        // A model has choices, which a database that is attached shows as texts.
        Files.copy(SHOP, FOLDER.resolve("shop.ts"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(run(Map.of(), compiler("right.ts", "choices.ts"))).isEqualTo("");
        assertThat(
                        run(Map.of(), compiler("wrong.ts"))
                                .lines()
                                .filter(l -> l.startsWith("wrong.ts(")))
                .extracting(line -> line.replaceAll("wrong.ts\\((\\d+),.*", "$1"))
                .containsExactly("7", "8", "9", "10", "12", "13", "14", "15", "17", "18");
    }

    /**
     * Nobody keeps a client of PostgREST for Java that can be had, so one is generated, which also
     * shows that the description is one that generators understand.
     */
    @Test
    void aClientOfJavaIsGeneratedFromTheDescription() throws IOException, InterruptedException {
        String type = "application/vnd.oai.openapi+json";
        Answer description = server.browser().get("/p/sqlite/rest/v1/", "Accept", type);
        Files.writeString(FOLDER.resolve("openapi.json"), description.is(200).body());
        assertThat(GENERATOR).as("mvn pre-integration-test brings it").exists();
        String generator = GENERATOR.toAbsolutePath().toString();
        List<String> generate =
                List.of(
                        java("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        generator,
                        "generate",
                        "--generator-name=java",
                        "--library=native",
                        "--input-spec=openapi.json",
                        "--output=generated",
                        "--global-property=apis,models,supportingFiles,apiTests=false,modelTests=false,"
                            + "apiDocs=false,modelDocs=false",
                        "--additional-properties=openApiNullable=false,useJakartaEe=true,"
                                + "apiPackage=shop,modelPackage=shop,invokerPackage=shop");
        assertThat(run(Map.of(), generate.toArray(String[]::new))).isEqualTo("");
        // With all that the generator is made of, what it makes needs only the annotations more.
        String annotations =
                Path.of(
                                jakarta.annotation.Nullable.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .getPath())
                        .toString();
        String path = "classes" + File.pathSeparator + generator + File.pathSeparator + annotations;
        assertThat(
                        run(
                                Map.of(),
                                java("javac"),
                                "-J-XX:TieredStopAtLevel=1",
                                "-proc:none",
                                "-nowarn",
                                "-d",
                                "classes",
                                "-cp",
                                path,
                                "-sourcepath",
                                "generated/src/main/java",
                                "Generated.java"))
                .isEqualTo("");
        for (TestDatabase database : DATABASES) {
            String url = server.url() + "/p/" + database.name();
            String key = key(server.administrator(), database.name());
            Map<String, String> environment = Map.of("PLINTH_URL", url, "PLINTH_KEY", key);
            assertThat(
                            run(
                                    environment,
                                    java("java"),
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    path,
                                    "Generated"))
                    .as(database.name())
                    .isEqualTo("");
        }
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static String[] compiler(String... files) {
        List<String> command = new ArrayList<>(List.of("node_modules/.bin/tsc", "--noEmit"));
        command.addAll(List.of("--strict", "--skipLibCheck"));
        command.addAll(List.of("--target", "es2022", "--module", "nodenext"));
        command.addAll(List.of(files));
        return command.toArray(String[]::new);
    }

    /** What a program said that ended with an error; empty if it went well. */
    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(FOLDER.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : said;
    }
}
