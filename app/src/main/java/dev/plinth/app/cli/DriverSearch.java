package dev.plinth.app.cli;

import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Finds the driver of a JDBC URL by its class, because {@link java.sql.DriverManager} would load
 * every driver there is, which takes most of a second.
 */
final class DriverSearch {
    static final Map<String, List<String>> CLASSES =
            Map.of(
                    "h2", List.of("org.h2.Driver"),
                    "sqlite", List.of("org.sqlite.JDBC"),
                    "postgresql", List.of("org.postgresql.Driver"),
                    "mariadb", List.of("org.mariadb.jdbc.Driver"),
                    // MariaDB's driver speaks MySQL too, when told to.
                    "mysql", List.of("com.mysql.cj.jdbc.Driver", "org.mariadb.jdbc.Driver"),
                    "sqlserver", List.of("com.microsoft.sqlserver.jdbc.SQLServerDriver"),
                    "oracle", List.of("oracle.jdbc.OracleDriver"));

    private DriverSearch() {}

    static Optional<Driver> of(String url) {
        Optional<Driver> known = ofProduct(product(url));
        if (known.isPresent()) {
            return known;
        }
        for (Driver driver : ServiceLoader.load(Driver.class)) {
            if (accepts(driver, url)) {
                return Optional.of(driver);
            }
        }
        return Optional.empty();
    }

    /** The driver of a product, as the second part of a JDBC URL names it. */
    static Optional<Driver> ofProduct(String product) {
        return CLASSES.getOrDefault(product, List.of()).stream()
                .flatMap(name -> instance(name).stream())
                .findFirst();
    }

    /** The second part of a JDBC URL: {@code postgresql}, {@code h2} … */
    private static String product(String url) {
        String[] parts = url.split(":", 3);
        return parts.length == 3 && parts[0].equals("jdbc") ? parts[1] : "";
    }

    private static Optional<Driver> instance(String className) {
        try {
            return Optional.of(
                    (Driver) Class.forName(className).getDeclaredConstructor().newInstance());
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException("the driver " + className + " does not start", e);
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
