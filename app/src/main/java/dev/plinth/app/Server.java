package dev.plinth.app;

import dev.plinth.app.settings.Settings;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;

/** The HTTP server. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan
// By name instead of by what happens to be on the class path: it starts faster, and says what is
// used.
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
public class Server {
    private static final Map<String, Object> DEFAULTS =
            Map.ofEntries(
                    Map.entry("spring.main.banner-mode", "off"),
                    Map.entry("spring.web.resources.add-mappings", "false"),
                    Map.entry("spring.mvc.formcontent.filter.enabled", "false"),
                    Map.entry("server.shutdown", "graceful"),
                    Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "10s"),
                    Map.entry("server.compression.enabled", "true"),
                    Map.entry("server.compression.min-response-size", "2KB"),
                    Map.entry(
                            "server.compression.mime-types",
                            "text/html,text/css,text/plain,text/javascript,application/javascript,"
                                    + "application/json,application/openapi+json,image/svg+xml,"
                                    + "application/vnd.pgrst.object+json,"
                                    + "application/vnd.pgrst.array+json,"
                                    + "application/x-ndjson,text/csv"),
                    // Lists of a thousand keys to look for are usual.
                    Map.entry("server.max-http-request-header-size", "64KB"),
                    // What clients of PostgREST send unescaped.
                    Map.entry("server.tomcat.relaxed-query-chars", "<,>,[,],\\,^,`,{,|,},\""),
                    // Tomcat hangs up after a hundred answers, which costs busy clients a
                    // connection.
                    Map.entry("server.tomcat.max-keep-alive-requests", "-1"),
                    Map.entry("logging.level.root", "WARN"),
                    Map.entry("logging.pattern.console", "%d{yyyy-MM-dd HH:mm:ss} %-5p %m%n%wEx"),
                    Map.entry("logging.level.dev.plinth", "INFO"),
                    // A start that fails is told in one sentence by whoever started it.
                    Map.entry("logging.level.org.springframework.boot", "OFF"),
                    Map.entry("logging.level.org.apache.catalina", "ERROR"),
                    // It tells of each connection that breaks, with a stack trace.
                    Map.entry("logging.level.com.zaxxer.hikari.pool.ProxyConnection", "ERROR"));

    /** Starts listening. */
    public static ConfigurableApplicationContext start(Settings settings) {
        var application = new SpringApplication(Server.class);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(DEFAULTS);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("settings", settings));
        Map<String, Object> own =
                Map.of(
                        "server.port",
                        settings.port(),
                        "server.address",
                        settings.host(),
                        "server.forward-headers-strategy",
                        settings.behindProxy() ? "native" : "none");
        application.addInitializers(
                context ->
                        context.getEnvironment()
                                .getPropertySources()
                                .addFirst(
                                        new org.springframework.core.env.MapPropertySource(
                                                "settings", own)));
        return application.run();
    }

    /** The port that a running server listens on. */
    public static int port(ConfigurableApplicationContext server) {
        var web = ((ServletWebServerApplicationContext) server).getWebServer();
        return Objects.requireNonNull(web, "the server has not started").getPort();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
