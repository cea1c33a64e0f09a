package dev.plinth.app.database;

import dev.plinth.schema.dialect.Dialects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the driver of a JDBC URL: one that is built in, else one whose jar lies in a folder named
 * {@code drivers}.
 */
public final class Drivers {
    /** By class name, since {@link java.sql.DriverManager} would load every driver there is. */
    private static final Map<String, List<String>> CLASSES =
            Map.ofEntries(
                    Map.entry("h2", List.of("org.h2.Driver")),
                    Map.entry("hsqldb", List.of("org.hsqldb.jdbc.JDBCDriver")),
                    Map.entry("sqlite", List.of("org.sqlite.JDBC")),
                    Map.entry("duckdb", List.of("org.duckdb.DuckDBDriver")),
                    Map.entry("postgresql", List.of("org.postgresql.Driver")),
                    Map.entry("mariadb", List.of("org.mariadb.jdbc.Driver")),
                    // MariaDB's driver speaks MySQL too, when told to.
                    Map.entry(
                            "mysql",
                            List.of("com.mysql.cj.jdbc.Driver", "org.mariadb.jdbc.Driver")),
                    Map.entry("sqlserver", List.of("com.microsoft.sqlserver.jdbc.SQLServerDriver")),
                    Map.entry("oracle", List.of("oracle.jdbc.OracleDriver")),
                    Map.entry("db2", List.of("com.ibm.db2.jcc.DB2Driver")),
                    Map.entry("firebird", List.of("org.firebirdsql.jdbc.FBDriver")),
                    // One for servers and one for databases within this process.
                    Map.entry(
                            "derby",
                            List.of(
                                    "org.apache.derby.client.ClientAutoloadedDriver",
                                    "org.apache.derby.iapi.jdbc.AutoloadedDriver")));

    private final ClassLoader loader;

    private Drivers(ClassLoader loader) {
        this.loader = loader;
    }

    /** The drivers of the program and of jars in these folders, which need not exist. */
    public static Drivers with(Path... folders) {
        List<URL> jars = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                jars.addAll(jars(folder));
            }
        }
        ClassLoader program = Drivers.class.getClassLoader();
        return new Drivers(
                jars.isEmpty() ? program : new URLClassLoader(jars.toArray(new URL[0]), program));
    }

    private static List<URL> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(Drivers::url)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("the URI of a file is a URL", e);
        }
    }

    /** The driver for a JDBC URL; empty when there is none. */
    public Optional<Driver> of(String url) {
        List<Driver> known = allOf(product(url)).toList();
        if (!known.isEmpty()) {
            return known.stream()
                    .filter(driver -> accepts(driver, url))
                    .findFirst()
                    .or(() -> Optional.of(known.getFirst()));
        }
        for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
            if (accepts(driver, url)) {
                return Optional.of(driver);
            }
        }
        return Optional.empty();
    }

    /** The products whose drivers are known by name, as the second part of a URL has them. */
    public static Set<String> products() {
        return new TreeSet<>(CLASSES.keySet());
    }

    /** The driver of one of {@link #products}. */
    public Optional<Driver> ofProduct(String product) {
        return allOf(product).findFirst();
    }

    private Stream<Driver> allOf(String product) {
        return CLASSES.getOrDefault(product, List.of()).stream()
                .flatMap(name -> instance(name).stream());
    }

    /** What to do when there is none for a URL. */
    public static String advice(String url) {
        return Dialects.know(url)
                ? Dialects.of(url).driverAdvice()
                : "Put the jar of its JDBC driver into the folder \"drivers\".";
    }

    /** The second part of a JDBC URL: {@code postgresql}, {@code h2} … */
    public static String product(String url) {
        String[] parts = url.split(":", 3);
        return parts.length == 3 && parts[0].equals("jdbc") ? parts[1] : "";
    }

    private Optional<Driver> instance(String className) {
        try {
            return Optional.of(
                    (Driver)
                            Class.forName(className, true, loader)
                                    .getDeclaredConstructor()
                                    .newInstance());
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException("The driver " + className + " does not start", e);
        }
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }
}
