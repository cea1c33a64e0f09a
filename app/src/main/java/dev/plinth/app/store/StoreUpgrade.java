package dev.plinth.app.store;

import dev.plinth.app.database.Opening;
import dev.plinth.schema.deploy.Deployer;
import dev.plinth.schema.deploy.Prepared;
import dev.plinth.schema.deploy.Progress;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.document.ModelFolder;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.problem.PlinthException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Brings the meta store to the model of this program, by the engine that deploys any project. */
public final class StoreUpgrade {
    private static final Logger LOG = LoggerFactory.getLogger(StoreUpgrade.class);
    private static final String FILES = "classpath:meta/tables/*.yaml";
    private static final String MODEL = "model";

    /** Another deployment runs, or has just changed what was planned for. */
    private static final Set<String> BUSY = Set.of("D201", "D204");

    private static final int TRIES = 60;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Dialect dialect;
    private final Opening opening;

    private final StoreSettings settings;

    private StoreUpgrade(Dialect dialect, Opening opening) {
        this.dialect = dialect;
        this.opening = opening;
        this.settings = new StoreSettings(dialect, opening);
    }

    /** Of several servers that start at once one upgrades, and the others wait for it. */
    static void run(Dialect dialect, Opening opening) {
        StoreUpgrade upgrade = new StoreUpgrade(dialect, opening);
        for (int tries = 1; ; tries++) {
            try {
                upgrade.run();
                return;
            } catch (PlinthException e) {
                boolean busy = BUSY.contains(e.problems().getFirst().code());
                if (!busy || tries == TRIES) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the store", e);
        }
    }

    /** The model of the meta store. */
    public static Model model() {
        return ModelFolder.read(files()).model();
    }

    private void run() {
        Map<String, String> files = files();
        String digest = digest(files);
        // Comparing the whole structure at every start would cost more than all the rest of it.
        if (settings.get(MODEL).filter(digest::equals).isPresent()) {
            return;
        }
        Deployer deployer = new Deployer(dialect, opening::getConnection, List.of());
        Model model = ModelFolder.read(files).model();
        Prepared prepared = deployer.prepare(model);
        if (!prepared.plan().isEmpty()) {
            LOG.info("Preparing the store: {} steps", prepared.plan().steps().size());
            deployer.deploy(model, prepared.plan().fingerprint(), Set.of(), Progress.SILENT);
        }
        settings.put(MODEL, digest);
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver(StoreUpgrade.class.getClassLoader())
                            .getResources(FILES)) {
                files.put(
                        "tables/" + file.getFilename(),
                        file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String digest(Map<String, String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach(
                    (name, text) ->
                            digest.update(
                                    (name + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
