package io.leeloogateway.attack;

import static java.util.stream.Collectors.joining;

import io.leeloogateway.attack.RequestFlood.RawMessage;
import io.leeloogateway.fixtures.GatewayProcessClient;
import io.leeloogateway.fixtures.ScriptedLeeloo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The requests of the attacks on the audit log, on the document and on regular expressions. */
final class HostileRequests {

    static final String ISSUER = "http://127.0.0.1:9";
    static final String AUDIENCE = "leeloo-gateway";
    static final String WEBHOOK_SECRET = "of-no-worth-webhook-secret-of-attackers";

    private HostileRequests() {}

    /** Without a key. */
    static List<RawMessage> languages() {
        return List.of(new RawMessage("GET /api/v1/tags HTTP/1.1\nAccept-Language: " + "a,".repeat(11) + "b"));
    }

    /** Without a key: tokens that only the issuer's keys could refute, while the issuer is away. */
    static List<RawMessage> forgedTokens() {
        var claims = "{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"shop\",\"exp\":%d}"
                .formatted(ISSUER, AUDIENCE, Instant.now().plusSeconds(3600).getEpochSecond());
        var token = base64("{\"alg\":\"RS256\",\"kid\":\"k\"}") + "." + base64(claims) + "." + base64("x".repeat(256));
        return List.of(new RawMessage("GET /api/v1/tags HTTP/1.1\nAuthorization: Bearer " + token));
    }

    /** With a key, far over its rate limit. */
    static List<RawMessage> overTheLimit(Target target) {
        return List.of(
                new RawMessage("GET /api/v1/tags HTTP/1.1" + authorization(target)),
                new RawMessage("PUT /api/v1/tags HTTP/1.1" + authorization(target)));
    }

    /** Without a key. */
    static List<RawMessage> documents() {
        return List.of(
                new RawMessage("GET /v3/api-docs HTTP/1.1"),
                new RawMessage("GET /v3/api-docs.yaml HTTP/1.1\nAccept-Encoding: gzip"));
    }

    static List<RawMessage> swaggerUi() {
        return List.of(new RawMessage("GET /swagger-ui/swagger-ui-bundle.js HTTP/1.1"));
    }

    /** Without a key: as long as a head may be. */
    static List<RawMessage> longPaths() {
        return Stream.of(";", "a;b=c/", "/", "./")
                .map(unit -> new RawMessage("GET /api/v1/a" + unit.repeat(7_500 / unit.length()) + " HTTP/1.1"))
                .toList();
    }

    /** Without a key: as long as a head may be. */
    static List<RawMessage> longLists() {
        return Stream.of("Connection: keep-alive,", "X-Forwarded-For: 1,", "Cookie: ", "Range: bytes=0-1,")
                .map(header -> new RawMessage("GET /api/v1/me HTTP/1.1\n" + header + "a,".repeat(3_700) + "a"))
                .toList();
    }

    /** Without a key. */
    static List<RawMessage> acceptedFormats() {
        return List.of(new RawMessage("GET /api/v1/people HTTP/1.1\nAccept: " + "*/*;q=0.1,".repeat(690) + "*/*"));
    }

    /** With a key. */
    static List<RawMessage> wrongRows(Target target) {
        var rows = "{\"name\":\" \",\"email\":\"a\",\"phone\":\"1\"},".repeat(999);
        var body = "{\"people\":[" + rows + "null]}";
        return List.of(new RawMessage(
                "POST /api/v1/people/sms-imports HTTP/1.1" + authorization(target)
                        + "\nContent-Type: application/json\nContent-Length: " + body.length(),
                body));
    }

    /** Each with a key of its own. */
    static List<RawMessage> imports(Target target) {
        var key = newKey(target);
        var people = IntStream.range(0, 1_000)
                .mapToObj(number ->
                        "{\"name\":\"Import %d\",\"email\":\"import.%d@example.org\",\"phone\":\"+1202555%04d\"}"
                                .formatted(number, number, number))
                .collect(joining(","));
        var body = "{\"connectionId\":\"64a0c3f00004000000000005\",\"people\":[%s]}".formatted(people);
        return List.of(new RawMessage(
                "POST /api/v1/people/sms-imports HTTP/1.1\nAuthorization: Bearer " + key
                        + "\nContent-Type: application/json\nContent-Length: " + body.length(),
                body));
    }

    /** Each with a key of its own: the same few people, of any age, in both APIs. */
    static List<RawMessage> largePeople(Target target) {
        var key = newKey(target);
        return IntStream.range(0, 12)
                .mapToObj(number ->
                        "GET %s/people/%s%02d HTTP/1.1\nAuthorization: Bearer %s\nCache-Control: max-stale=86400"
                                .formatted(
                                        number % 2 == 0 ? "/api/v1" : "/leeloo/api/v2",
                                        ScriptedLeeloo.LARGE_PERSON,
                                        number / 2,
                                        key))
                .map(RawMessage::new)
                .toList();
    }

    /** With a key. */
    static List<RawMessage> longPhones(Target target) {
        var phone = "%2B38044" + "1".repeat(43) + "%20".repeat(87) + ",".repeat(111) + "x";
        return List.of(
                new RawMessage("GET /api/v1/people/lookup?phone=" + phone + " HTTP/1.1" + authorization(target)));
    }

    /** With the key of an administrator, whose limit is not that of the key which creates the clients of other attacks. */
    static List<RawMessage> networksOfColons(Target target) {
        var body = """
                {"name":"colons","owner":"team-test","purpose":"automated tests","scopes":["tags:read"],"networks":["%s"]}""".formatted(":".repeat(40_000));
        return List.of(new RawMessage(
                "POST /api/v1/clients HTTP/1.1\nAuthorization: Bearer " + adminKey(target)
                        + "\nContent-Type: application/json\nContent-Length: " + body.length(),
                body));
    }

    /** With a key. */
    static List<RawMessage> quotedKeys(Target target) {
        var body = "{\"text\":\"x\"}";
        return List.of(new RawMessage(
                "POST /api/v1/people/64a0c3f00001000000000002/comments HTTP/1.1" + authorization(target)
                        + "\nContent-Type: application/json\nContent-Length: " + body.length() + "\nIdempotency-Key: "
                        + "\"".repeat(7_700),
                body));
    }

    private static String adminKey(Target target) {
        return keyOf(() ->
                GatewayProcessClient.create(target.gateway(), 120, "admin").key());
    }

    private static String newKey(Target target) {
        return keyOf(() -> target.newKeys(1).getFirst());
    }

    private static String keyOf(Callable<String> creation) {
        try {
            return creation.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String authorization(Target target) {
        return "\nAuthorization: Bearer " + target.key();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
