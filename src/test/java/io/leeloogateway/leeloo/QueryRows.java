package io.leeloogateway.leeloo;

import io.leeloogateway.request.Page;
import io.leeloogateway.request.Paging;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** What goes out for each of the 17 queries, and what comes back. */
final class QueryRows {

    private QueryRows() {}

    static Stream<Row> all() {
        return Stream.of(messaging(), channels(), orders(), people(), tunnels(), company())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> messaging() {
        return Stream.of(
                Row.of(
                        1,
                        new ListTemplateCategories(),
                        "GET /categories/templates",
                        List.of(
                                new TemplateCategory(Known.CATEGORY, "Category 1"),
                                new TemplateCategory("64a000000000000000000101", null))),
                Row.of(
                        2,
                        new ListTemplates(Known.CATEGORY),
                        "GET /categories/templates/" + Known.CATEGORY,
                        List.of(
                                new Template(Known.TEMPLATE, "welcome"),
                                new Template("64a000000000000000000102", null))),
                Row.of(
                        5,
                        new ListMessages(Known.CHANNEL, new Paging(3, 0)),
                        "GET /communication-channels/" + Known.CHANNEL + "/chat-messages?limit=3&offset=0",
                        page(3, 0, 57, ChannelFixtures.CHAT)));
    }

    private static Stream<Row> channels() {
        return Stream.of(
                Row.of(
                        6,
                        new ListChannels("2026-01-01", "2026-01-31T08:20:37Z", new Paging(2, 4)),
                        "GET /communication-channels?limit=2&offset=4&filter%5Blast_message%5D%5Bfrom%5D=2026-01-01"
                                + "&filter%5Blast_message%5D%5Bto%5D=2026-01-31T08%3A20%3A37Z",
                        page(2, 4, 5607, ChannelFixtures.ROWS)),
                Row.of(
                        7,
                        new FindPersonOfChannel(Known.CHANNEL),
                        "GET /communication-channels/" + Known.CHANNEL + "/person",
                        PeopleFixtures.BARE),
                Row.of(
                        9,
                        new ListConnections(),
                        "GET /connections",
                        List.of(
                                new Connection(Known.CONNECTION, "telegram", "Bot"),
                                new Connection("64a000000000000000000902", "carrierPigeon", null))));
    }

    private static Stream<Row> orders() {
        return Stream.of(
                Row.of(
                        12,
                        new ListOrders(new Paging(3, null)),
                        "GET /orders?limit=3&offset=0",
                        page(3, 0, 3, OrderFixtures.ROWS)),
                Row.of(13, new FindOrder(Known.ORDER), "GET /orders/" + Known.ORDER, OrderFixtures.DETAIL));
    }

    private static Stream<Row> people() {
        return Stream.of(
                Row.of(
                        15,
                        new ListPeople(
                                List.of("vip", "new"),
                                Known.PHONE,
                                "a+b@example.org",
                                "2026-01-01",
                                null,
                                new Paging(3, 6)),
                        "GET /people?limit=3&offset=6&filter%5Blast_message%5D%5Bfrom%5D=2026-01-01"
                                + "&filter%5Btags%5D=vip&filter%5Btags%5D=new&filter%5Bphone%5D=%2B12025550143"
                                + "&filter%5Bemail%5D=a%2Bb%40example.org",
                        page(3, 6, 5607, PeopleFixtures.ROWS)),
                Row.of(
                        18,
                        new FindPerson(Known.ANNA),
                        "GET /people/" + Known.ANNA + "?include=contactedUsers%2Corders",
                        PeopleFixtures.FULL));
    }

    private static Stream<Row> tunnels() {
        var spring = new Tunnel(Known.TUNNEL, "Spring", Known.THEN, Known.THEN, List.of());
        var nameless = new Tunnel("64a000000000000000002402", null, Known.LONG_AGO, null, List.of());
        var tools = List.of(
                new LeadGenerationTool(Known.TOOL, "Landing", "LINK"),
                new LeadGenerationTool("64a000000000000000001003", null, "HOLOGRAM"));
        return Stream.of(
                Row.of(
                        24,
                        new ListTunnels(new Paging(2, 0)),
                        "GET /tunnels?limit=2&offset=0",
                        page(2, 0, 1, List.of(spring, nameless))),
                Row.of(
                        25,
                        new FindTunnel(Known.TUNNEL),
                        "GET /tunnels/" + Known.TUNNEL + "?include=leadgentools",
                        new Tunnel(Known.TUNNEL, "Spring", Known.THEN, Known.THEN, tools)),
                Row.of(
                        26,
                        new ListStatistics(),
                        "GET /tunnels/stats",
                        List.of(
                                statistics(120, 100, 30, 20, 18, 400, 350, 1000, 900, "12345678901234567.89", "100.5"),
                                statistics(1, 0, 0, 0, 0, 0, 0, 0, 0, "0", "0"))),
                Row.of(
                        27,
                        new ListTunnelStatistics(Known.TUNNEL),
                        "GET /tunnels/" + Known.TUNNEL + "/stats",
                        List.of(statistics(12, 10, 3, 2, 1, 40, 35, 100, 90, "199.9", "0"))));
    }

    private static Stream<Row> company() {
        return Stream.of(
                Row.of(
                        23,
                        new ListTags(),
                        "GET /tags",
                        List.of(new Tag(Known.TAG, "vip"), new Tag("64a000000000000000002302", "new"))),
                Row.of(
                        28,
                        new ListUsers(new Paging(100, 200)),
                        "GET /users?limit=100&offset=200",
                        page(
                                100,
                                200,
                                202,
                                List.of(
                                        PeopleFixtures.OLGA,
                                        new User("64a000000000000000002802", null, Known.LONG_AGO, null)))),
                Row.of(29, new FindUser(Known.OLGA), "GET /users/" + Known.OLGA, PeopleFixtures.OLGA));
    }

    private static <T> Page<T> page(int limit, int offset, long total, List<T> items) {
        return new Page<>(items, new Page.Position(limit, offset, items.size(), total));
    }

    private static TunnelStatistics statistics(
            long subscribers,
            long uniqueSubscribers,
            long orders,
            long sales,
            long uniqueSales,
            long visits,
            long uniqueVisits,
            long shows,
            long uniqueShows,
            String totalSales,
            String totalExpenses) {
        return new TunnelStatistics(
                subscribers,
                uniqueSubscribers,
                orders,
                sales,
                uniqueSales,
                visits,
                uniqueVisits,
                shows,
                uniqueShows,
                new BigDecimal(totalSales),
                new BigDecimal(totalExpenses));
    }
}
