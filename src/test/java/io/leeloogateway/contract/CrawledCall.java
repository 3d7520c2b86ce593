package io.leeloogateway.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A request of a crawl with a request id that identifies its audit entry. */
record CrawledCall(String name, String method, String uri, String body, Map<String, String> headers) {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static CrawledCall of(ExampleCall call) {
        var crawled = new CrawledCall(
                call.operation().id(),
                call.operation().method().toUpperCase(Locale.ROOT),
                call.uri(),
                call.body(),
                Map.of(REQUEST_ID, "crawl-" + UUID.randomUUID()));
        return call.body().isEmpty() ? crawled : crawled.with("Content-Type", "application/json");
    }

    /** The same path with another method and without a body. */
    CrawledCall withMethod(String other) {
        var remaining = new HashMap<>(headers);
        remaining.remove("Content-Type");
        return new CrawledCall(other + " of " + name, other, uri, "", Map.copyOf(remaining));
    }

    CrawledCall with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new CrawledCall(name, method, uri, body, Map.copyOf(more));
    }

    CrawledCall withKey(String key) {
        return with("Authorization", "Bearer " + key);
    }

    CrawledCall withBody(String other) {
        return new CrawledCall(name, method, uri, other, headers);
    }

    CrawledCall withUri(String other) {
        return new CrawledCall(method + " " + other, method, other, body, headers);
    }

    String requestId() {
        return headers.getOrDefault(REQUEST_ID, "");
    }

    /** Sends the request and returns the status. */
    int send(String address) {
        return send(HTTP, address);
    }

    /** Sends from a random loopback address: the audit log records ten unauthenticated requests per address and minute. */
    int sendFromRandomAddress(String address) {
        var random = ThreadLocalRandom.current();
        byte[] source = {127, (byte) random.nextInt(1, 255), (byte) random.nextInt(255), (byte) random.nextInt(1, 255)};
        try (var http = HttpClient.newBuilder()
                .localAddress(InetAddress.getByAddress(source))
                .build()) {
            return send(http, address);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int send(HttpClient http, String address) {
        var request = HttpRequest.newBuilder(URI.create(address + uri))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
