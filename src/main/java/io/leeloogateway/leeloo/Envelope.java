package io.leeloogateway.leeloo;

import io.leeloogateway.request.Page;
import io.leeloogateway.request.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The envelope around each answer: {@code data}, {@code meta} and what stands beside them. */
final class Envelope {

    private static final JsonMapper JSON = LeelooJson.mapper();

    private final JsonNode envelope;
    private final JsonNode data;
    private final Target target;

    Envelope(JsonNode envelope, Target target) {
        this.envelope = envelope;
        this.data = envelope.path("data");
        this.target = target;
    }

    Accepted accepted() {
        if (!Verdict.isSuccess(envelope)) {
            throw new LeelooUnreadable(target, "has no mark of success", null);
        }
        return new Accepted();
    }

    <W> W thing(Class<W> wire, String... required) {
        return read(data, wire, required.length == 0 ? new String[] {"id"} : required);
    }

    <W> List<W> list(String name, Class<W> wire) {
        return list(name, wire, Function.identity());
    }

    /** Some lists stand in {@code data} itself, some inside an object there. */
    <W, T> List<T> list(String name, Class<W> wire, Function<W, T> mapping) {
        return rows(data.isObject() ? data.path(name) : data, wire, "id").stream()
                .map(mapping)
                .toList();
    }

    <W> List<W> rows(Class<W> wire) {
        return rows(data, wire);
    }

    <W, T> Page<T> page(Paging paging, Class<W> wire, Function<W, T> mapping) {
        var items = rows(data, wire, "id").stream().map(mapping).toList();
        var said = envelope.path("meta").path("totalCount").asLong(-1);
        var total = said < 0 ? paging.skipped() + items.size() : said;
        return new Page<>(items, new Page.Position(paging.rows(), paging.skipped(), items.size(), total));
    }

    <W> Optional<W> beside(Class<W> wire, String... names) {
        for (var name : names) {
            if (envelope.path(name).isObject()) {
                return Optional.of(read(envelope.path(name), wire));
            }
        }
        return Optional.empty();
    }

    private <W> List<W> rows(JsonNode rows, Class<W> wire, String... required) {
        if (!rows.isArray()) {
            throw unexpected(null);
        }
        var read = new ArrayList<W>();
        rows.forEach(row -> read.add(read(row, wire, required)));
        return read;
    }

    private <W> W read(JsonNode node, Class<W> wire, String... required) {
        for (var name : required) {
            if (!node.path(name).isValueNode() || node.path(name).isNull()) {
                throw unexpected(null);
            }
        }
        if (!node.isObject()) {
            throw unexpected(null);
        }
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
