package dev.plinth.app.connection;

import dev.plinth.app.database.Drivers;
import dev.plinth.app.settings.Settings;
import dev.plinth.app.store.Home;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Says where database files may lie, and where drivers are found. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {
    @Bean
    UrlRules urlRules(Home home, Settings settings, Drivers drivers) {
        List<Path> folders = new ArrayList<>();
        folders.add(home.files());
        folders.addAll(settings.files());
        try {
            Files.createDirectories(home.files());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new UrlRules(folders, drivers);
    }
}
