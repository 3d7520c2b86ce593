package io.leeloogateway.leeloo;

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
record Row(
        int number,
        Object operation,
        String request,
        @Nullable String body,
        Object value) {

    static <T> Row of(int number, Query<T> query, String request, T value) {
        return new Row(number, query, request, null, Objects.requireNonNull(value));
    }

    static <T> Row of(int number, Change<T> change, String request, String body, T value) {
        return new Row(number, change, request, body, Objects.requireNonNull(value));
    }

    Object performBy(LeelooClient client) {
        return switch (operation) {
            case Query<?> query -> Objects.requireNonNull(client.ask(query));
            case Change<?> change -> Objects.requireNonNull(client.send(change));
            default -> throw new IllegalStateException("neither query nor change: " + operation);
        };
    }

    /** The recorded answer: {@code leeloo/18-find-person.json}. */
    String sample() {
        var name = operation.getClass().getSimpleName();
        var words = name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return sample("%02d-%s".formatted(number, words));
    }

    static String sample(String name) {
        try (var sample = Row.class.getResourceAsStream("/leeloo/" + name + ".json")) {
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
