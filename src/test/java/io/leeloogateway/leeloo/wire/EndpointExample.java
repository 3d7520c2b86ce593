package io.leeloogateway.leeloo.wire;

import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.http.StandaloneClient;
import io.leeloogateway.leeloo.query.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of Leeloo with an example request and response.
 *
 * @param number the number of the endpoint in the contract
 * @param request the {@link Query} or {@link Change}
 * @param requestLine the HTTP method and encoded path of the request
 * @param body the JSON of the request
 * @param value the value of the recorded response
 */
public record EndpointExample(
        int number,
        Object request,
        String requestLine,
        @Nullable String body,
        Object value) {

    static <T> EndpointExample of(int number, Query<T> query, String requestLine, T value) {
        return new EndpointExample(number, query, requestLine, null, Objects.requireNonNull(value));
    }

    static <T> EndpointExample of(int number, Change<T> change, String requestLine, String body, T value) {
        return new EndpointExample(number, change, requestLine, body, Objects.requireNonNull(value));
    }

    Object call(StandaloneClient client) {
        return switch (request) {
            case Query<?> query -> Objects.requireNonNull(client.execute(query));
            case Change<?> change -> Objects.requireNonNull(client.send(change));
            default -> throw new IllegalStateException("neither query nor change: " + request);
        };
    }

    /** The recorded response: {@code leeloo/18-find-person.json}. */
    public String sample() {
        var name = request.getClass().getSimpleName();
        var words = name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return sample("%02d-%s".formatted(number, words));
    }

    public static String sample(String name) {
        try (var sample = EndpointExample.class.getResourceAsStream("/leeloo/" + name + ".json")) {
            return new String(Objects.requireNonNull(sample, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return number + " " + request.getClass().getSimpleName();
    }
}
