package dev.plinth.app;

import dev.plinth.app.settings.Settings;
import dev.plinth.app.store.Home;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where the server can be reached. */
@Component
final class Greeting {
    private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);
    private final Home home;
    private final Settings settings;

    Greeting(Home home, Settings settings) {
        this.home = home;
        this.settings = settings;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        LOG.info("Everything on disk is in {}", home.folder());
        LOG.info(
                "Plinth listens on http://{}:{}",
                settings.host(),
                Server.port(event.getApplicationContext()));
    }
}
