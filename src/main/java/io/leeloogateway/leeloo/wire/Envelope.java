package io.leeloogateway.leeloo.wire;

import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.http.ResponseClassifier;
import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The envelope of each response: {@code data}, {@code meta} and related resources. */
final class Envelope {

    private static final JsonMapper JSON = LeelooJson.mapper();
    private static final Pattern ID_PATTERN = Pattern.compile("[0-9A-Za-z_-]{1,64}");
    private static final String[] REQUIRED_ID = {"id"};
    private static final String[] NO_REQUIREMENTS = {};

    private final JsonNode envelope;
    private final JsonNode data;
    private final Target target;

    Envelope(JsonNode envelope, Target target) {
        LeelooJson.prune(envelope);
        this.envelope = envelope;
        this.data = envelope.path("data");
        this.target = target;
    }

    ResponseIds ids() {
        return new ResponseIds(data, target);
    }

    /** The rows of a list are the response of another call. */
    Accepted accepted() {
        if (!ResponseClassifier.isSuccess(envelope)) {
            throw new LeelooUnreadable(target, "does not report a success", null);
        }
        if (data.isArray() && !data.isEmpty()) {
            throw unexpected(null);
        }
        return new Accepted();
    }

    <W> W resource(Class<W> wire, String... required) {
        if (!has(data, required.length == 0 ? REQUIRED_ID : required)) {
            throw unexpected(null);
        }
        return read(data, wire);
    }

    /** Checks the ids that callers use in later requests. */
    Envelope requireIds(String... names) {
        for (var name : names) {
            if (!ID_PATTERN.matcher(data.path(name).asString("")).matches()) {
                throw unexpected(null);
            }
        }
        return this;
    }

    <W> List<W> list(String name, Class<W> wire) {
        return list(name, wire, REQUIRED_ID);
    }

    <W, T> List<T> list(String name, Class<W> wire, Function<W, T> mapping) {
        return list(name, wire, REQUIRED_ID).stream().map(mapping).toList();
    }

    /** Some lists are {@code data} itself, some are a field of {@code data}. */
    <W> List<W> list(String name, Class<W> wire, String... required) {
        return rows(data.isObject() ? data.path(name) : data, wire, required);
    }

    <W> List<W> rows(Class<W> wire) {
        return rows(data, wire, NO_REQUIREMENTS);
    }

    /** The position counts unreadable rows too, so that the next page does not repeat them. */
    <W, T> OffsetPage<T> page(OffsetPageRequest paging, Class<W> wire, Function<W, T> mapping) {
        var items = rows(data, wire, REQUIRED_ID).stream().map(mapping).toList();
        var totalCount = envelope.path("meta").path("totalCount").asLong(-1);
        var total = totalCount < 0 ? paging.offsetOrDefault() + data.size() : totalCount;
        return new OffsetPage<>(
                items, new OffsetPage.Position(paging.limitOrDefault(), paging.offsetOrDefault(), data.size(), total));
    }

    <W> Optional<W> related(Class<W> wire, String... names) {
        for (var name : names) {
            if (isFilled(envelope.path(name))) {
                return Optional.of(read(envelope.path(name), wire));
            }
        }
        return Optional.empty();
    }

    private static boolean isFilled(JsonNode related) {
        return related.isObject() && related.valueStream().anyMatch(part -> !part.isEmpty());
    }

    /** Leaves out unreadable rows. A list of nothing else is not empty: its rows have another shape. */
    private <W> List<W> rows(JsonNode rows, Class<W> wire, String... required) {
        if (!rows.isArray()) {
            throw unexpected(null);
        }
        var readable = rows.valueStream()
                .filter(row -> has(row, required))
                .map(row -> read(row, wire))
                .toList();
        if (readable.isEmpty() && !rows.isEmpty()) {
            throw unexpected(null);
        }
        return readable;
    }

    private static boolean has(JsonNode node, String... required) {
        return node.isObject()
                && Stream.of(required)
                        .noneMatch(name -> node.path(name).asString("").isEmpty());
    }

    private <W> W read(JsonNode node, Class<W> wire) {
        try {
            return JSON.treeToValue(node, wire);
        } catch (JacksonException e) {
            throw unexpected(new IllegalArgumentException(e.getClass().getSimpleName()));
        }
    }

    private LeelooUnreadable unexpected(@Nullable Throwable cause) {
        return new LeelooUnreadable(target, "has an unexpected shape", cause);
    }
}
