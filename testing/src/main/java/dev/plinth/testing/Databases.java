package dev.plinth.testing;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Starts the databases that are servers, for trying things by hand, and keeps them until standard
 * input ends.
 */
public final class Databases {

    private Databases() {}

    public static void main(String[] arguments) throws IOException {
        for (var database : new TestDatabase[] {TestDatabases.POSTGRESQL, TestDatabases.MARIADB}) {
            var fresh = database.fresh();
            System.out.println(
                    fresh.url()
                            + " --user "
                            + fresh.user()
                            + "   (password: "
                            + fresh.password()
                            + ")");
        }
        System.out.println("They stop, and are gone, when you press Ctrl-D.");
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }
}
