package io.leeloogateway.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the sandbox as a client of Leeloo. */
public class SandboxClient {

    static final String TOKEN = "sandbox-token";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String root;

    SandboxClient(int port) {
        root = "http://127.0.0.1:" + port;
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    public JsonNode get(String path) {
        return json(call("GET", path).send());
    }

    public JsonNode post(String path, String body) {
        return json(call("POST", path).body(body).send());
    }

    public JsonNode put(String path, String body) {
        return json(call("PUT", path).body(body).send());
    }

    /** A call to a Leeloo endpoint with the correct token. */
    public Call call(String method, String path) {
        return withoutToken(method, LeelooEndpoint.BASE + path).header("X-Leeloo-AuthToken", TOKEN);
    }

    /** A call to a path under /sandbox without headers. */
    public Call withoutToken(String method, String path) {
        return new Call(method, URI.create(root + "/sandbox" + path));
    }

    public Call gateway(String path) {
        return new Call("GET", URI.create(root + path));
    }

    void reset() {
        withoutToken("POST", "/reset").send();
    }

    public static class Call {

        private final HttpRequest.Builder request;
        private final String method;

        Call(String method, URI uri) {
            this.method = method;
            this.request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).method(method, BodyPublishers.noBody());
        }

        public Call header(String name, String value) {
            request.setHeader(name, value);
            return this;
        }

        public Call fault(String fault) {
            return header("X-Sandbox-Fault", fault);
        }

        public Call timeout(Duration timeout) {
            request.timeout(timeout);
            return this;
        }

        public Call body(String json) {
            return body("application/json", json);
        }

        public Call body(String type, String text) {
            request.method(method, BodyPublishers.ofString(text));
            return header("Content-Type", type);
        }

        public HttpResponse<String> send() {
            try {
                return trySend();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public HttpResponse<String> trySend() throws IOException {
            try {
                return HTTP.send(request.build(), BodyHandlers.ofString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
