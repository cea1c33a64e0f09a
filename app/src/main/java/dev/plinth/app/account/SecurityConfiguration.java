package dev.plinth.app.account;

import dev.plinth.app.web.Problems;
import dev.plinth.app.web.Refusal;
import dev.plinth.app.web.RefusedException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

import java.util.EnumSet;

/** Who may reach which path of the builder API. What is not named is for people who signed in. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    static final String ADMINISTRATOR = "ADMINISTRATOR";

    @Bean
    SecurityFilterChain builderApi(
            HttpSecurity http, Authenticator authenticator, Problems problems) {
        return http.securityMatcher("/api/**")
                .addFilterBefore(
                        new SessionFilter(authenticator), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(
                                                DispatcherType.ASYNC, DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers("/api/session", "/api/setup")
                                        .permitAll()
                                        .requestMatchers(HttpMethod.GET, "/api/openapi.json")
                                        .permitAll()
                                        .requestMatchers(HttpMethod.PATCH, "/api/users/*")
                                        .authenticated()
                                        .requestMatchers(
                                                "/api/users/**",
                                                "/api/connections/**",
                                                "/api/audit/**",
                                                "/api/operations/**")
                                        .hasRole(ADMINISTRATOR)
                                        .anyRequest()
                                        .authenticated())
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(new CookieCsrfTokens(authenticator))
                                        .csrfTokenRequestHandler(
                                                new CsrfTokenRequestAttributeHandler()))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        refusals ->
                                refusals.authenticationEntryPoint(
                                                (request, response, e) ->
                                                        problems.write(response, notSignedIn()))
                                        .accessDeniedHandler(
                                                (request, response, e) ->
                                                        problems.write(response, notAllowed(e))))
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The chain is kept away from the data API, which has the same authenticator and no time. */
    @Bean
    FilterRegistrationBean<Filter> securityFilterRegistration(
            @Qualifier("springSecurityFilterChain") Filter chain) {
        var registration = new FilterRegistrationBean<>(chain);
        registration.addUrlPatterns("/api/*");
        registration.setOrder(0);
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        return registration;
    }

    private static RefusedException notSignedIn() {
        return Refusal.NOT_SIGNED_IN.because("This is for people who signed in.", "Sign in first.");
    }

    private static RefusedException notAllowed(AccessDeniedException exception) {
        if (exception instanceof CsrfException) {
            return Refusal.CSRF_TOKEN.because(
                    "The request does not prove that it comes from a page of Plinth.",
                    "Send the value \"csrf\" of GET /api/session in the header "
                            + Authenticator.CSRF_HEADER
                            + ".");
        }
        return Refusal.NOT_ALLOWED.because("You may not do this.", "Ask an administrator.");
    }
}
