package dev.plinth.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

import java.util.Map;

/** The HTTP server. */
@SpringBootApplication(
        exclude = {DataSourceAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
public class Server {

    /** Starts listening on the port; 0 takes any free one. */
    public static ConfigurableApplicationContext start(int port) {
        var application = new SpringApplication(Server.class);
        application.setDefaultProperties(Map.of("server.port", port));
        return application.run();
    }
}
