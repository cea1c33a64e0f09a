package dev.plinth.app.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.database.Drivers;
import dev.plinth.app.database.ForeignDriver;
import dev.plinth.app.web.RefusedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

class UrlRulesTest {
    @TempDir private Path home;

    private UrlRules rules() {
        ForeignDriver.putInto(home);
        return new UrlRules(List.of(home), Drivers.with(home.resolve("drivers")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:elsewhere://host/shop",
                "jdbc:elsewhere://host:1234/shop?timeout=5",
                "jdbc:elsewhere:native://host/shop;encoding=utf8"
            })
    void aProductThatNobodyKnowsIsReachedByItsDriver(String url) {
        assertThat(rules().check(url).hosts()).containsExactly("host");
        assertThat(rules().check(url).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:elsewhere:/etc/passwd",
                "jdbc:elsewhere:mem:x",
                "jdbc:elsewhere:file:../x",
                "jdbc:elsewhere://ada:secret@host/shop",
                "jdbc:elsewhere://host/shop?user=ada",
                "jdbc:elsewhere://host/shop?Password=x",
                "jdbc:elsewhere://host/shop?socketFactory=x",
                "jdbc:elsewhere://host/shop;INIT=x",
                "jdbc:elsewhere://host/shop?timeout=5&logFile=x",
                "jdbc:elsewhere://host/shop?x=${a}",
                "jdbc:elsewhere://host/../../etc"
            })
    void butNotWithWhatCouldReachFurther(String url) {
        assertThatThrownBy(() -> rules().check(url)).isInstanceOf(RefusedException.class);
    }

    @Test
    void andNotWithoutItsDriver() {
        UrlRules bare = new UrlRules(List.of(home), Drivers.with(home.resolve("none")));
        assertThatThrownBy(() -> bare.check("jdbc:elsewhere://host/shop"))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.hint()).contains("\"drivers\""));
    }
}
