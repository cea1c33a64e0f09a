package dev.plinth.testing;

import java.util.UUID;

/** Apache Derby within this process. */
final class DerbyInMemory implements TestDatabase {

    @Override
    public String name() {
        return "derby";
    }

    @Override
    public FreshDatabase fresh() {
        Derby.keepSilent();
        var url = "jdbc:derby:memory:" + UUID.randomUUID();
        Derby.create(url);
        return new FreshDatabase(name(), url, "", "", () -> Derby.endSoon(url + ";drop=true"));
    }
}
