package dev.plinth.app.store;

import com.zaxxer.hikari.HikariDataSource;

import dev.plinth.app.database.Drivers;
import dev.plinth.app.database.Opening;
import dev.plinth.app.database.Pools;
import dev.plinth.app.settings.Settings;
import dev.plinth.app.web.Refusal;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;
import java.util.Optional;

/** Opens the meta store when the server starts. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    private static final int CONNECTIONS = 10;
    private static final String KEY = "key";

    @Bean
    Home home(Settings settings) {
        return Home.at(settings.home());
    }

    @Bean
    Secrets secrets(Home home) {
        return Secrets.of(Optional.ofNullable(System.getenv("PLINTH_SECRET_KEY")), home.key());
    }

    @Bean
    Drivers drivers(Home home) {
        return Drivers.with(home.drivers(), Path.of("drivers"));
    }

    @Bean(destroyMethod = "close")
    HikariDataSource storePool(Settings settings, Home home, Drivers drivers, Secrets secrets) {
        Settings.StoreAddress address = settings.store().orElseGet(() -> embedded(home));
        Dialect dialect = Dialects.of(address.url());
        Opening opening =
                new Opening(
                        drivers.of(address.url()).orElseThrow(() -> noDriver(dialect)),
                        address.url(),
                        address.user(),
                        address.password(),
                        "");
        StoreUpgrade.run(dialect, opening);
        checkKey(new StoreSettings(dialect, opening), secrets);
        HikariDataSource pool = Pools.of(opening, "store", CONNECTIONS);
        pool.setMinimumIdle(1);
        return pool;
    }

    @Bean
    MetaStore metaStore(HikariDataSource storePool, Settings settings, Home home) {
        String url = settings.store().orElseGet(() -> embedded(home)).url();
        // H2 writes a commit to the file at once when told so, but leaves it in the system's cache.
        MetaStore.Durability durability =
                url.startsWith("jdbc:h2:file:")
                        ? template -> template.execute("CHECKPOINT SYNC")
                        : template -> {};
        return new MetaStore(storePool, Dialects.of(url), durability);
    }

    /** With another key, passwords could not be read and the audit trail would look forged. */
    private static void checkKey(StoreSettings settings, Secrets secrets) {
        String own = secrets.sign("this store");
        Optional<String> known = settings.get(KEY);
        if (known.isEmpty()) {
            settings.put(KEY, own);
        } else if (!known.get().equals(own)) {
            throw PlinthException.of(
                    Refusal.OTHER_KEY.code(),
                    "--store",
                    Refusal.OTHER_KEY.meaning(),
                    Refusal.OTHER_KEY.remedy());
        }
    }

    private static Settings.StoreAddress embedded(Home home) {
        return new Settings.StoreAddress(
                "jdbc:h2:file:" + home.store() + ";WRITE_DELAY=0", "plinth", "");
    }

    private static PlinthException noDriver(Dialect dialect) {
        return new PlinthException(
                Problem.error(
                        Refusal.STORE_UNREACHABLE.code(),
                        "--store",
                        "There is no driver for " + dialect.title() + ".",
                        dialect.driverAdvice()));
    }
}
