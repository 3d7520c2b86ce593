package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.leeloo.model.SampleIds;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request to the gateway whose response must name the id of the request and no other.
 *
 * @param kind the route
 * @param id an id, derived from the number of the question
 * @param disturbance what Leeloo does to the response
 */
record Question(Kind kind, String id, Disturbance disturbance) {

    private static final Pattern ID = Pattern.compile("(?i)64b0[0-9a-f]{20}");

    private static final Pattern HEADERS = Pattern.compile("(?s)\r\n.*?\r\n\r\n");

    private static final Pattern OFFSET = Pattern.compile("offset=(\\d+)");

    /** A route of the gateway and Leeloo's data for it; {@code @} stands for the id, {@code #} for its number. */
    enum Kind {
        PERSON("GET", "/people/@", "", 200, "{\"id\":\"@\",\"name\":\"Name @\"}"),
        ORDER("GET", "/orders/@", "", 200, "{\"id\":\"@\",\"title\":\"Order @\"}"),
        USER("GET", "/users/@", "", 200, "{\"id\":\"@\",\"name\":\"User @\"}"),
        TUNNEL("GET", "/tunnels/@", "", 200, "{\"id\":\"@\",\"name\":\"Tunnel @\"}"),
        PERSON_OF_CHANNEL(
                "GET", "/channels/@/person", "", 200, "{\"id\":\"%s\",\"accounts\":[{\"account_id\":\"@\"}]}"),
        ORDERS("GET", "/orders?limit=1&offset=#", "", 200, "[{\"id\":\"@\"}]"),
        MESSAGES("GET", "/channels/@/messages", "", 200, "[{\"id\":\"@\",\"text\":\"Text of @\"}]"),
        NEW_PERSON("POST", "/people", "{\"name\":\"@\"}", 201, "{\"id\":\"%s\",\"person_id\":\"@\",\"name\":\"@\"}"),
        NEW_ORDER(
                "POST",
                "/orders",
                "{\"personId\":\"@\",\"offerId\":\"%1$s\",\"paymentCreditsId\":\"%1$s\"}",
                201,
                "{\"id\":\"%s\",\"person_id\":\"@\"}"),
        COMMENT("POST", "/people/@/comments", "{\"text\":\"Hello\"}", 201, "{\"id\":\"%s\",\"entity_id\":\"@\"}"),
        TAG("PUT", "/people/@/tags/%s", "", 422, null),
        MESSAGE("POST", "/channels/@/messages", "{\"text\":\"Hello\"}", 422, null);

        final String method;
        private final String path;
        private final String body;
        final int status;
        private final String data;

        Kind(String method, String path, String body, int status, @Nullable String data) {
            this.method = method;
            this.path = path.formatted(SampleIds.TAG);
            this.body = body.formatted(SampleIds.OFFER);
            this.status = status;
            this.data = data == null ? "" : data.formatted(SampleIds.CHANNEL);
        }
    }

    static Question of(long seed, int number) {
        var random = new SplittableRandom(seed + number);
        var kind = Kind.values()[random.nextInt(Kind.values().length)];
        return new Question(kind, id(number), disturbance(random));
    }

    /** The question that caused a request to Leeloo. Headers are left out, because a random trace id can look like an id. */
    static Question ofRequest(long seed, String requestWithHeaders) {
        var request = HEADERS.matcher(requestWithHeaders).replaceFirst("\n");
        var id = ID.matcher(request);
        if (id.find()) {
            return of(seed, number(id.group()));
        }
        var offset = OFFSET.matcher(request);
        assertThat(offset.find()).isTrue();
        return of(seed, Integer.parseInt(offset.group(1)));
    }

    private static Disturbance disturbance(SplittableRandom random) {
        var all = Disturbance.values();
        var chosen = all[random.nextInt(all.length)];
        return chosen.status() == 504 && random.nextInt(3) > 0 ? Disturbance.NONE : chosen;
    }

    private static String id(int number) {
        return "64b0%020x".formatted(number);
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(4), 16);
    }

    /** Another question of the same kind. */
    Question other() {
        return new Question(kind, id(number(id) + 1), disturbance);
    }

    String path() {
        return "/api/v1" + fill(kind.path);
    }

    String body() {
        return fill(kind.body);
    }

    /** Leeloo's response: the data, or a rejection whose code contains the id. */
    String response() {
        return kind.data.isEmpty()
                ? "{\"status\":0,\"error\":{\"code\":\"FORMAT_ERROR\",\"fields\":{\"x\":\""
                        + id.toUpperCase(Locale.ROOT) + "\"}}}"
                : "{\"status\":1,\"data\":" + fill(kind.data) + ",\"meta\":{}}";
    }

    int status() {
        return disturbance.status() == 200 ? kind.status : disturbance.status();
    }

    static List<String> idsIn(String text) {
        return ID.matcher(text)
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private String fill(String template) {
        return template.replace("@", id).replace("#", String.valueOf(number(id)));
    }
}
