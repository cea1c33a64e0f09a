package dev.plinth.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps cookies and the CSRF token as a browser does. */
final class Browser {
    private final String url;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private String csrf = "";

    Browser(String url) {
        this.url = url;
    }

    Answer get(String path, String... headers) {
        Answer answer = send("GET", path, null, headers);
        if (path.equals("/api/session")) {
            csrf = answer.at("/csrf").asString();
        }
        return answer;
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    Answer put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    Answer patch(String path, String body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    Answer signIn(String email, String password) {
        get("/api/session");
        Answer answer =
                post(
                        "/api/session",
                        """
                        {"email":"%s","password":"%s"}\
                        """
                                .formatted(email, password));
        if (answer.status() == 200) {
            csrf = answer.at("/csrf").asString();
        }
        return answer;
    }

    /** What it sends as the header Cookie. */
    String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .map(c -> c.getName() + "=" + c.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Forgets the token that proves that requests come from Plinth's own pages. */
    Browser withoutCsrf() {
        csrf = "";
        return this;
    }

    /** Makes a project of one table and deploys it to a database of its own. */
    void deploy(String project, String table) {
        post("/api/projects", "{\"name\":\"" + project + "\"}").is(201);
        edit(project, 0, table);
        post("/api/projects/" + project + "/environments", "{\"name\":\"main\"}").is(201);
        deploy(project);
    }

    /** Puts a table into a model that has so many revisions. */
    void edit(String project, long base, String table) {
        post(
                        "/api/projects/" + project + "/model/edits",
                        "{\"base\":" + base + ",\"put\":{\"tables\":[" + table + "]}}")
                .is(200);
    }

    /** Deploys a project as it is now, whatever is lost by it, and waits for the end. */
    void deploy(String project) {
        String environment = "/api/projects/" + project + "/environments/main";
        String plan = post(environment + "/plan", "").is(200).text("/id");
        String id =
                post(
                                environment + "/deployments",
                                "{\"plan\":\"" + plan + "\",\"allow\":[\"lossy\",\"destructive\"]}")
                        .is(202)
                        .text("/id");
        get("/api/deployments/" + id + "/events").has("event:end");
    }

    Answer send(String method, String path, String body, String... headers) {
        if (csrf.isEmpty() && !method.equals("GET") && path.equals("/api/setup")) {
            get("/api/session");
        }
        var request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        List<String> all = new ArrayList<>(Arrays.asList(headers));
        if (body != null && !all.contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (!csrf.isEmpty()) {
            request.header("X-CSRF-TOKEN", csrf);
        }
        for (int i = 0; i < all.size(); i += 2) {
            request.header(all.get(i), all.get(i + 1));
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            Answer answer = new Answer(method + " " + path, response);
            if (path.equals("/api/setup") && response.statusCode() == 200) {
                csrf = answer.at("/csrf").asString();
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
