package dev.plinth.app.operations;

import dev.plinth.app.account.Authenticator;
import dev.plinth.app.account.User;
import dev.plinth.app.connection.ConnectionPools;
import dev.plinth.app.settings.Settings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Metrics for whoever watches the server: an administrator's browser, or a program with a token.
 */
@RestController
class MetricsController {
    private final Counters counters;
    private final ConnectionPools pools;
    private final Authenticator authenticator;
    private final Settings settings;

    MetricsController(
            Counters counters,
            ConnectionPools pools,
            Authenticator authenticator,
            Settings settings) {
        this.counters = counters;
        this.pools = pools;
        this.authenticator = authenticator;
        this.settings = settings;
    }

    @GetMapping("/metrics")
    void metrics(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean allowed = hasToken(request) || isAdministrator(request);
        response.setStatus(allowed ? 200 : 401);
        response.setContentType(MetricsText.CONTENT_TYPE);
        if (!allowed) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        String body =
                allowed
                        ? MetricsText.of(counters, pools)
                        : "Metrics are for administrators, and for who sends PLINTH_METRICS_TOKEN"
                                + " as Bearer.\n";
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isAdministrator(HttpServletRequest request) {
        return authenticator.user(request).filter(User::administrator).isPresent();
    }

    private boolean hasToken(HttpServletRequest request) {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        return sent != null
                && settings.operation()
                        .metricsToken()
                        .filter(
                                token ->
                                        MessageDigest.isEqual(
                                                bytes("Bearer " + token), bytes(sent)))
                        .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
