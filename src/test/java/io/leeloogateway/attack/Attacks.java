package io.leeloogateway.attack;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The table of attacks: a new attack is one more row. */
final class Attacks {

    /**
     * A row of the table.
     *
     * @param auditRows how many rows each minute of the attack may add to the audit log
     */
    record Row(String name, int auditRows, Attack attack) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Duration FLOOD = Duration.ofSeconds(20);

    private static final String POST = """
            POST /api/v1/people/64a0c3f00001000000000002/comments HTTP/1.1\r
            Host: localhost\r
            Authorization: Bearer KEY\r
            Content-Type: application/json\r
            """;

    private Attacks() {}

    private static Row flood(
            String name, int auditRows, int connections, Function<Target, List<RequestFlood.RawMessage>> requests) {
        return new Row(name, auditRows, new RequestFlood(connections, 1, FLOOD, requests));
    }

    /**
     * Each connection comes from an address of its own, so that bounds of an address do not slow the flood down. The refusals of each address
     * have ten rows in each of two minutes, and their sums come during the next attack.
     */
    private static Row floodOfAddresses(
            String name, int auditRows, int connections, Supplier<List<RequestFlood.RawMessage>> requests) {
        return new Row(name, auditRows, new RequestFlood(connections, connections, FLOOD, _ -> requests.get()));
    }

    /** A key may send its limit in each of two minutes. */
    private static Row crowd(String name, int auditRows, int addresses, String text, String piece) {
        return new Row(name, auditRows, new CrowdedConnections(1500, addresses, text, piece, FLOOD));
    }

    private static String webhook(String secret, int length) {
        return "POST /hooks/leeloo/%s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                .formatted(secret, length);
    }

    private static Attack paced(String path, int newPerSecond) {
        return new PacedReaders(path, 600, newPerSecond, 60 * 1024, FLOOD);
    }

    static List<Row> all() {
        return List.of(
                new Row("half-sent requests", 200, new HalfSentRequests(4000, Duration.ofSeconds(30))),
                new Row("bodies without a key", 200, new UnaskedBodies(2000, Duration.ofSeconds(30), "Accept: */*")),
                new Row(
                        "bodies with an invalid key",
                        200,
                        new UnaskedBodies(2000, Duration.ofSeconds(30), "Authorization: Bearer invalid")),
                crowd(
                        "bodies of six addresses",
                        280,
                        6,
                        POST + "Content-Length: 100000\r\n\r\n" + " ".repeat(20_000),
                        " "),
                crowd(
                        "chunks of six addresses",
                        280,
                        6,
                        POST + "Transfer-Encoding: chunked\r\n\r\n" + "1\r\n \r\n".repeat(3_000),
                        "1\r\n \r\n"),
                crowd(
                        "unknown paths of six addresses",
                        200,
                        6,
                        "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(500),
                        ""),
                crowd(
                        "bodies of two addresses",
                        280,
                        2,
                        POST + "Content-Length: 100000\r\n\r\n" + " ".repeat(20_000),
                        " "),
                crowd("webhooks of an address", 60, 1, webhook(HostileRequests.WEBHOOK_SECRET, 12_000), "1"),
                crowd("webhooks of a wrong secret", 60, 2, webhook("wrong".repeat(10), 12_000), "1"),
                crowd(
                        "empty webhooks of a wrong secret",
                        60,
                        2,
                        webhook("wrong".repeat(10), 0).repeat(500),
                        ""),
                new Row("slowly read responses", 200, new SlowlyReadResponses(600, Duration.ofSeconds(30))),
                new Row("documents at 60 KiB/s", 200, paced("/v3/api-docs", 300)),
                new Row("Swagger UI at 60 KiB/s", 200, paced("/swagger-ui/swagger-ui-bundle.js", 60)),
                flood("Swagger UI", 10, 400, _ -> HostileRequests.swaggerUi()),
                flood("languages", 40, 400, _ -> HostileRequests.languages()),
                new Row("chunks of one byte", 40, new TinyChunks(40, FLOOD)),
                floodOfAddresses("accepted formats", 560, 24, HostileRequests::acceptedFormats),
                floodOfAddresses("long paths", 560, 24, HostileRequests::longPaths),
                floodOfAddresses("long lists in headers", 560, 24, HostileRequests::longLists),
                floodOfAddresses("forged tokens", 190, 8, HostileRequests::forgedTokens),
                floodOfAddresses("documents", 190, 8, HostileRequests::documents),
                new Row("refused keys of six clients", 1000, new RefusedKeys("GET", 6, 100, FLOOD)),
                new Row("announced bodies of four clients", 1000, new StalledBodies(4, 90, 0, FLOOD)),
                new Row("stalled bodies of four clients", 1000, new StalledBodies(4, 90, 16_000, FLOOD)),
                new Row("unread responses of six clients", 1000, new UnreadResponses(6, 59, FLOOD)),
                new Row(
                        "unread responses and refused questions of six clients",
                        2000,
                        new Together(new UnreadResponses(6, 59, FLOOD), new RefusedKeys("OPTIONS", 6, 10, FLOOD))),
                flood("wrong rows", 170, 6, HostileRequests::wrongRows),
                flood("long phones", 170, 6, HostileRequests::longPhones),
                flood("imports of six clients", 1000, 6, HostileRequests::imports),
                new Row("unread pages of messages", 500, new UnreadPages(60, Duration.ofSeconds(15))),
                flood("over the limit", 170, 8, HostileRequests::overTheLimit),
                flood("networks of colons", 170, 2, HostileRequests::networksOfColons),
                flood("quoted keys", 170, 2, HostileRequests::quotedKeys),
                new Row("hanging reads of six clients", 1000, new HangingReads(6, 100, Duration.ofSeconds(25))),
                flood("large people of six clients", 1500, 6, HostileRequests::largePeople),
                new Row("dense bodies of six clients", 1000, new DenseBodies(6, 20, Duration.ofSeconds(25))),
                new Row("dripped bodies", 500, new DrippedBodies(115, Duration.ofSeconds(60))));
    }
}
