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
 * One operation on the wire.
 *
 * @param number the operation's number in the contract
 * @param operation the {@link Query} or {@link Change}
 * @param request the method and the encoded address that go out
 * @param body the JSON that goes out
 * @param value what the recorded sample means
 */
public record EndpointExample(
        int number,
        Object operation,
        String request,
        @Nullable String body,
        Object value) {

    static <T> EndpointExample of(int number, Query<T> query, String request, T value) {
        return new EndpointExample(number, query, request, null, Objects.requireNonNull(value));
    }

    static <T> EndpointExample of(int number, Change<T> change, String request, String body, T value) {
        return new EndpointExample(number, change, request, body, Objects.requireNonNull(value));
    }

    Object performBy(StandaloneClient client) {
        return switch (operation) {
            case Query<?> query -> Objects.requireNonNull(client.ask(query));
            case Change<?> change -> Objects.requireNonNull(client.send(change));
            default -> throw new IllegalStateException("neither query nor change: " + operation);
        };
    }

    /** The recorded answer: {@code leeloo/18-find-person.json}. */
    public String sample() {
        var name = operation.getClass().getSimpleName();
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
        return number + " " + operation.getClass().getSimpleName();
    }
}
