package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.schema.model.Model;
import dev.plinth.schema.problem.PlinthException;

import java.sql.SQLException;
import java.util.List;

/** Deploys to a database that is fresh for each test. */
interface OnLab {
    Lab lab();

    default void deploy(Model model) {
        lab().deploy(model);
    }

    default Prepared prepare(Model model) {
        return lab().deployer().prepare(model);
    }

    default List<String> titles(Model model) {
        return lab().titles(model);
    }

    /** Names in double quotes are quoted as the database wants it. */
    default void execute(String sql) throws SQLException {
        lab().execute(sql);
    }

    default PlinthException refusal(Model model) {
        String shown = prepare(model).plan().fingerprint();
        return catchThrowableOfType(
                PlinthException.class,
                () -> lab().deployer().deploy(model, shown, Lab.ALL, Progress.SILENT));
    }

    default List<String> examples(Model wanted) {
        return prepare(wanted).findings().stream().flatMap(f -> f.examples().stream()).toList();
    }

    default String quote(String name) {
        return lab().dialect().names().quote(name);
    }

    default void insert(String table, String column, String value) throws SQLException {
        String names = column.equals("id") ? "\"id\"" : "\"id\", \"" + column + "\"";
        String values = column.equals("id") ? value : "1, " + value;
        execute("INSERT INTO \"" + table + "\" (" + names + ") VALUES (" + values + ")");
    }

    default List<String> values(String table, String column) throws SQLException {
        return lab().rows("SELECT \"" + column + "\" FROM \"" + table + "\" ORDER BY \"id\"");
    }
}
