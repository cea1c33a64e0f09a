package dev.plinth.app.rows;

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
            ServedProjects served, DataCallers callers, LiveStreams live) {
        return new ServletRegistrationBean<>(new DataServlet(served, callers, live), "/p/*");
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> contentTypes() {
        return factory -> factory.addEngineValves(new ContentTypeAsWritten());
    }
}
