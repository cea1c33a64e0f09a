package dev.plinth.app.database;

import dev.plinth.testing.PlantedClasses;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * The jar of a driver whose URLs no dialect knows, {@code jdbc:elsewhere://host/name}; behind it is
 * H2 in memory.
 */
public final class ForeignDriver {
    private static final String NAME = "elsewhere.ElsewhereDriver";
    private static final String SOURCE =
            """
            public class ElsewhereDriver implements java.sql.Driver {
                private final java.sql.Driver inner = new org.h2.Driver();

                public boolean acceptsURL(String url) {
                    return url.startsWith("jdbc:elsewhere:");
                }

                public java.sql.Connection connect(String url, java.util.Properties info)
                        throws java.sql.SQLException {
                    return acceptsURL(url)
                            ? inner.connect(
                                    "jdbc:h2:mem:" + url.substring(url.lastIndexOf('/') + 1)
                                            + ";DB_CLOSE_DELAY=-1",
                                    info)
                            : null;
                }

                public java.sql.DriverPropertyInfo[] getPropertyInfo(
                        String url, java.util.Properties info) {
                    return new java.sql.DriverPropertyInfo[0];
                }

                public int getMajorVersion() {
                    return 1;
                }

                public int getMinorVersion() {
                    return 0;
                }

                public boolean jdbcCompliant() {
                    return false;
                }

                public java.util.logging.Logger getParentLogger() {
                    return java.util.logging.Logger.getGlobal();
                }
            }
            """;

    private ForeignDriver() {}

    /** Puts the jar into the folder {@code drivers} of a home folder. */
    public static void putInto(Path home) {
        try {
            Path classes =
                    PlantedClasses.compile(
                            Files.createDirectories(home.resolve("classes")), Map.of(NAME, SOURCE));
            Path jar = Files.createDirectories(home.resolve("drivers")).resolve("elsewhere.jar");
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream out = new JarOutputStream(file)) {
                String path = NAME.replace('.', '/') + ".class";
                add(out, path, Files.readAllBytes(classes.resolve(path)));
                add(
                        out,
                        "META-INF/services/java.sql.Driver",
                        NAME.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
