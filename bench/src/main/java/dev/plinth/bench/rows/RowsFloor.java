package dev.plinth.bench.rows;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.startup.Tomcat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The floor: the same HTTP server and pool, with statements and JSON that somebody wrote by hand
 * for these two tables.
 */
final class RowsFloor extends HttpServlet {
    private static final long serialVersionUID = 1;

    private static final String ONE =
            "SELECT id, name, email, country, credit, created_at FROM customers WHERE id = ?";
    private static final String PAGE =
            """
            SELECT o.id, o.status, o.total, o.placed_at, c.id, c.name, c.country
            FROM orders o LEFT JOIN customers c ON c.id = o.customer_id
            WHERE o.status = ? ORDER BY o.placed_at DESC LIMIT ?
            """;

    private final transient HikariDataSource pool;

    private RowsFloor(HikariDataSource pool) {
        this.pool = pool;
    }

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        var settings = new HikariConfig();
        settings.setJdbcUrl(arguments[1]);
        settings.setUsername(arguments[2]);
        settings.setPassword(arguments[3]);
        var tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("floor").toString());
        tomcat.setPort(Integer.parseInt(arguments[0]));
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "rows", new RowsFloor(new HikariDataSource(settings)));
        context.addServletMappingDecoded("/*", "rows");
        tomcat.start();
        tomcat.getServer().await();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var json = new StringBuilder(256);
        try {
            switch (request.getRequestURI()) {
                case "/one" -> one(Long.parseLong(request.getParameter("id")), json);
                case "/page" -> page(request.getParameter("status"), json);
                default -> json.append("[]");
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json; charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private void one(long id, StringBuilder json) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(ONE)) {
            statement.setLong(1, id);
            try (var rows = statement.executeQuery()) {
                json.append('[');
                while (rows.next()) {
                    json.append("{\"id\":").append(rows.getLong(1)).append(",\"name\":");
                    text(rows, 2, json);
                    json.append(",\"email\":");
                    text(rows, 3, json);
                    json.append(",\"country\":");
                    text(rows, 4, json);
                    json.append(",\"credit\":").append(rows.getBigDecimal(5));
                    json.append(",\"created_at\":");
                    time(rows, 6, json);
                    json.append('}');
                }
                json.append(']');
            }
        }
    }

    private void page(String status, StringBuilder json) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(PAGE)) {
            statement.setString(1, status);
            statement.setInt(2, 50);
            try (var rows = statement.executeQuery()) {
                json.append('[');
                for (boolean first = true; rows.next(); first = false) {
                    json.append(first ? "{\"id\":" : ",{\"id\":").append(rows.getLong(1));
                    json.append(",\"status\":");
                    text(rows, 2, json);
                    json.append(",\"total\":").append(rows.getBigDecimal(3));
                    json.append(",\"placed_at\":");
                    time(rows, 4, json);
                    json.append(",\"customers\":{\"id\":").append(rows.getLong(5));
                    json.append(",\"name\":");
                    text(rows, 6, json);
                    json.append(",\"country\":");
                    text(rows, 7, json);
                    json.append("}}");
                }
                json.append(']');
            }
        }
    }

    private static void time(ResultSet rows, int column, StringBuilder json) throws SQLException {
        json.append('"').append(rows.getObject(column, OffsetDateTime.class)).append('"');
    }

    private static void text(ResultSet rows, int column, StringBuilder json) throws SQLException {
        String value = rows.getString(column);
        if (value == null) {
            json.append("null");
            return;
        }
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
