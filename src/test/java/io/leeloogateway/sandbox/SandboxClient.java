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

/** Speaks to the sandbox as a client of Leeloo does. */
class SandboxClient {

    static final String TOKEN = "sandbox-token";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String root;

    SandboxClient(int port) {
        root = "http://127.0.0.1:" + port;
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    JsonNode get(String path) {
        return json(call("GET", path).send());
    }

    JsonNode post(String path, String body) {
        return json(call("POST", path).body(body).send());
    }

    JsonNode put(String path, String body) {
        return json(call("PUT", path).body(body).send());
    }

    /** A call of Leeloo's wire with the right token. */
    Call call(String method, String path) {
        return bare(method, Wire.BASE + path).header("X-Leeloo-AuthToken", TOKEN);
    }

    /** A call below /sandbox without any header. */
    Call bare(String method, String path) {
        return new Call(method, URI.create(root + "/sandbox" + path));
    }

    Call gateway(String path) {
        return new Call("GET", URI.create(root + path));
    }

    void reset() {
        bare("POST", "/reset").send();
    }

    static class Call {

        private final HttpRequest.Builder request;
        private final String method;

        Call(String method, URI uri) {
            this.method = method;
            this.request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).method(method, BodyPublishers.noBody());
        }

        Call header(String name, String value) {
            request.setHeader(name, value);
            return this;
        }

        Call fault(String fault) {
            return header("X-Sandbox-Fault", fault);
        }

        Call timeout(Duration timeout) {
            request.timeout(timeout);
            return this;
        }

        Call body(String json) {
            return body("application/json", json);
        }

        Call body(String type, String text) {
            request.method(method, BodyPublishers.ofString(text));
            return header("Content-Type", type);
        }

        HttpResponse<String> send() {
            try {
                return trySend();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        HttpResponse<String> trySend() throws IOException {
            try {
                return HTTP.send(request.build(), BodyHandlers.ofString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
