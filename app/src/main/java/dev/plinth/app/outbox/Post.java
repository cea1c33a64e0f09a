package dev.plinth.app.outbox;

import dev.plinth.app.settings.Settings;
import dev.plinth.data.run.Outbox;

import jakarta.annotation.PreDestroy;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes one call. */
@Component
class Post {
    private static final Timeout PATIENCE = Timeout.ofSeconds(10);
    private final CloseableHttpClient client;
    private final Clock clock;

    Post(Settings settings, Clock clock) {
        this.clock = clock;
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicAddresses(settings.internalCalls()))
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(PATIENCE)
                                        .setSocketTimeout(PATIENCE)
                                        .build())
                        .build();
        this.client =
                HttpClients.custom()
                        .setConnectionManager(connections)
                        .setDefaultRequestConfig(
                                RequestConfig.custom().setResponseTimeout(PATIENCE).build())
                        // A redirection could lead anywhere; whoever moved says so with an error.
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .setUserAgent("Plinth")
                        .build();
    }

    /**
     * Sends a call.
     *
     * @param secrets those that it is signed with
     * @throws IOException when it did not get through, with the reason
     */
    void send(Outbox.Call call, List<WebhookSecret> secrets) throws IOException {
        HttpPost request = new HttpPost(address(call.url()));
        long timestamp = clock.instant().getEpochSecond();
        request.setHeader("Idempotency-Key", call.id());
        request.setHeader("webhook-id", call.id());
        request.setHeader("webhook-timestamp", Long.toString(timestamp));
        if (!secrets.isEmpty()) {
            request.setHeader(
                    "webhook-signature",
                    secrets.stream()
                            .map(secret -> secret.sign(call.id(), timestamp, call.body()))
                            .collect(Collectors.joining(" ")));
        }
        request.setEntity(new StringEntity(call.body(), ContentType.APPLICATION_JSON));
        int status = client.execute(request, response -> response.getCode());
        if (status < 200 || status >= 300) {
            throw new IOException("the answer was " + status);
        }
    }

    private static URI address(String url) throws IOException {
        try {
            URI address = URI.create(url);
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            if (address.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("the address is no URL", e);
        }
        throw new IOException("the address is no http or https URL");
    }

    @PreDestroy
    void close() throws IOException {
        client.close();
    }
}
