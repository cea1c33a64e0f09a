package dev.plinth.app.rows;

import dev.plinth.app.operations.SlowRequests;
import dev.plinth.app.web.WatchedHttp;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the data API at its address. */
@Configuration(proxyBeanMethods = false)
class RowsConfiguration {
    @Bean
    ServletRegistrationBean<DataServlet> dataServlet(
            ServedProjects served, DataCallers callers, SlowRequests slow, LiveStreams live) {
        return new ServletRegistrationBean<>(new DataServlet(served, callers, slow, live), "/p/*");
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> ownTomcat() {
        return factory -> {
            factory.setProtocol(WatchedHttp.class.getName());
            factory.addEngineValves(new TomcatResponse.Valve());
        };
    }
}
