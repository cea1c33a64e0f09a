package dev.plinth.schema.dialect.firebird;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Transactions that are soon refused what another one holds, instead of waiting without end. Only
 * the driver can say that, and it is found by its names: whoever has a Firebird adds it himself.
 */
final class FirebirdSession {
    private static final String CONNECTION = "org.firebirdsql.jdbc.FirebirdConnection";

    /** From Firebird's ibase.h: read committed, latest committed version of a row, write, wait. */
    private static final int[] PARAMETERS = {15, 17, 9, 6};

    private static final int LOCK_TIMEOUT = 21;
    private static final int SECONDS = 1;

    private FirebirdSession() {}

    static void refuseToWait(Connection connection) throws SQLException {
        try {
            Class<?> type = type(connection.unwrap(Connection.class).getClass());
            if (type == null) {
                return;
            }
            Object own = connection.unwrap(type);
            Object parameters = type.getMethod("createTransactionParameterBuffer").invoke(own);
            for (int parameter : PARAMETERS) {
                add(parameters).invoke(parameters, parameter);
            }
            // Not at once: the server itself lets go of a table a moment after its last use.
            add(parameters, int.class).invoke(parameters, LOCK_TIMEOUT, SECONDS);
            for (Method method : type.getMethods()) {
                if (method.getName().equals("setTransactionParameters")
                        && method.getParameterCount() == 2
                        && method.getParameterTypes()[1].isInstance(parameters)) {
                    method.invoke(own, Connection.TRANSACTION_READ_COMMITTED, parameters);
                }
            }
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException sql
                    ? sql
                    : new SQLException("Jaybird takes no parameters of transactions", e);
        } catch (ReflectiveOperationException e) {
            throw new SQLException("Jaybird takes no parameters of transactions", e);
        }
    }

    private static Method add(Object parameters, Class<?>... values) throws NoSuchMethodException {
        Class<?>[] arguments = new Class<?>[values.length + 1];
        arguments[0] = int.class;
        System.arraycopy(values, 0, arguments, 1, values.length);
        for (Class<?> type = parameters.getClass(); type != null; type = type.getSuperclass()) {
            for (Class<?> told : type.getInterfaces()) {
                try {
                    return told.getMethod("addArgument", arguments);
                } catch (NoSuchMethodException e) {
                    // another interface has it
                }
            }
        }
        throw new NoSuchMethodException("addArgument");
    }

    /** The driver's own interface, by the class loader that the connection came from. */
    private static @Nullable Class<?> type(Class<?> connection) throws ClassNotFoundException {
        return connection.getName().startsWith("org.firebirdsql.")
                ? Class.forName(CONNECTION, false, connection.getClassLoader())
                : null;
    }
}
