package dev.plinth.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;

/** The floor of the server's start: the same framework with one page and nothing else. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class BareServer {

    public static void main(String[] arguments) {
        var application = new SpringApplication(BareServer.class);
        application.setDefaultProperties(Map.of("server.port", arguments[0]));
        application.run();
    }

    /** Found by itself: nested classes of a configuration are registered with it. */
    @RestController
    static class Page {

        @GetMapping("/health")
        String health() {
            return "up";
        }
    }
}
