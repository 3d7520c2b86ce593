package io.leeloogateway.leeloo.wire;

import io.leeloogateway.leeloo.model.ChannelFixtures;
import io.leeloogateway.leeloo.model.Connection;
import io.leeloogateway.leeloo.model.LeadGenerationTool;
import io.leeloogateway.leeloo.model.OrderFixtures;
import io.leeloogateway.leeloo.model.PeopleFixtures;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.model.Tag;
import io.leeloogateway.leeloo.model.Template;
import io.leeloogateway.leeloo.model.TemplateCategory;
import io.leeloogateway.leeloo.model.Tunnel;
import io.leeloogateway.leeloo.model.TunnelStatistics;
import io.leeloogateway.leeloo.model.User;
import io.leeloogateway.leeloo.query.FindOrder;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.FindPersonOfChannel;
import io.leeloogateway.leeloo.query.FindTunnel;
import io.leeloogateway.leeloo.query.FindUser;
import io.leeloogateway.leeloo.query.ListChannels;
import io.leeloogateway.leeloo.query.ListConnections;
import io.leeloogateway.leeloo.query.ListMessages;
import io.leeloogateway.leeloo.query.ListOrders;
import io.leeloogateway.leeloo.query.ListPeople;
import io.leeloogateway.leeloo.query.ListStatistics;
import io.leeloogateway.leeloo.query.ListTags;
import io.leeloogateway.leeloo.query.ListTemplateCategories;
import io.leeloogateway.leeloo.query.ListTemplates;
import io.leeloogateway.leeloo.query.ListTunnelStatistics;
import io.leeloogateway.leeloo.query.ListTunnels;
import io.leeloogateway.leeloo.query.ListUsers;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** An example request and response of each of the 17 queries. */
final class QueryExamples {

    private QueryExamples() {}

    static Stream<EndpointExample> all() {
        return Stream.of(messaging(), channels(), orders(), people(), tunnels(), directory())
                .flatMap(examples -> examples);
    }

    private static Stream<EndpointExample> messaging() {
        return Stream.of(
                EndpointExample.of(
                        1,
                        new ListTemplateCategories(),
                        "GET /categories/templates",
                        List.of(
                                new TemplateCategory(SampleIds.CATEGORY, "Category 1"),
                                new TemplateCategory("64a000000000000000000101", null))),
                EndpointExample.of(
                        2,
                        new ListTemplates(SampleIds.CATEGORY),
                        "GET /categories/templates/" + SampleIds.CATEGORY,
                        List.of(
                                new Template(SampleIds.TEMPLATE, "welcome"),
                                new Template("64a000000000000000000102", null))),
                EndpointExample.of(
                        5,
                        new ListMessages(SampleIds.CHANNEL, new OffsetPageRequest(3, 0)),
                        "GET /communication-channels/" + SampleIds.CHANNEL + "/chat-messages?limit=3&offset=0",
                        page(3, 0, 57, ChannelFixtures.CHAT)));
    }

    private static Stream<EndpointExample> channels() {
        return Stream.of(
                EndpointExample.of(
                        6,
                        new ListChannels("2026-01-01", "2026-01-31T08:20:37Z", new OffsetPageRequest(2, 4)),
                        "GET /communication-channels?limit=2&offset=4&filter%5Blast_message%5D%5Bfrom%5D=2026-01-01"
                                + "&filter%5Blast_message%5D%5Bto%5D=2026-01-31T08%3A20%3A37Z",
                        page(2, 4, 5607, ChannelFixtures.ROWS)),
                EndpointExample.of(
                        7,
                        new FindPersonOfChannel(SampleIds.CHANNEL),
                        "GET /communication-channels/" + SampleIds.CHANNEL + "/person",
                        PeopleFixtures.BARE),
                EndpointExample.of(
                        9,
                        new ListConnections(),
                        "GET /connections",
                        List.of(
                                new Connection(SampleIds.CONNECTION, "telegram", "Bot"),
                                new Connection("64a000000000000000000902", "carrierPigeon", null))));
    }

    private static Stream<EndpointExample> orders() {
        return Stream.of(
                EndpointExample.of(
                        12,
                        new ListOrders(new OffsetPageRequest(3, null)),
                        "GET /orders?limit=3&offset=0",
                        page(3, 0, 3, OrderFixtures.ROWS)),
                EndpointExample.of(
                        13, new FindOrder(SampleIds.ORDER), "GET /orders/" + SampleIds.ORDER, OrderFixtures.DETAIL));
    }

    private static Stream<EndpointExample> people() {
        return Stream.of(
                EndpointExample.of(
                        15,
                        new ListPeople(
                                List.of("vip", "new"),
                                SampleIds.PHONE,
                                "a+b@example.org",
                                "2026-01-01",
                                null,
                                new OffsetPageRequest(3, 6)),
                        "GET /people?limit=3&offset=6&filter%5Blast_message%5D%5Bfrom%5D=2026-01-01"
                                + "&filter%5Btags%5D=vip&filter%5Btags%5D=new&filter%5Bphone%5D=%2B12025550143"
                                + "&filter%5Bemail%5D=a%2Bb%40example.org",
                        page(3, 6, 5607, PeopleFixtures.ROWS)),
                EndpointExample.of(
                        18,
                        new FindPerson(SampleIds.ANNA),
                        "GET /people/" + SampleIds.ANNA + "?include=contactedUsers%2Corders",
                        PeopleFixtures.FULL));
    }

    private static Stream<EndpointExample> tunnels() {
        var spring = new Tunnel(SampleIds.TUNNEL, "Spring", SampleIds.THEN, SampleIds.THEN, List.of());
        var nameless = new Tunnel("64a000000000000000002402", null, SampleIds.LONG_AGO, null, List.of());
        var tools = List.of(
                new LeadGenerationTool(SampleIds.TOOL, "Landing", "LINK"),
                new LeadGenerationTool("64a000000000000000001003", null, "HOLOGRAM"));
        return Stream.of(
                EndpointExample.of(
                        24,
                        new ListTunnels(new OffsetPageRequest(2, 0)),
                        "GET /tunnels?limit=2&offset=0",
                        page(2, 0, 1, List.of(spring, nameless))),
                EndpointExample.of(
                        25,
                        new FindTunnel(SampleIds.TUNNEL),
                        "GET /tunnels/" + SampleIds.TUNNEL + "?include=leadgentools",
                        new Tunnel(SampleIds.TUNNEL, "Spring", SampleIds.THEN, SampleIds.THEN, tools)),
                EndpointExample.of(
                        26,
                        new ListStatistics(),
                        "GET /tunnels/stats",
                        List.of(
                                statistics(120, 100, 30, 20, 18, 400, 350, 1000, 900, "12345678901234567.89", "100.5"),
                                new TunnelStatistics(1L, null, null, null, null, null, null, null, null, null, null))),
                EndpointExample.of(
                        27,
                        new ListTunnelStatistics(SampleIds.TUNNEL),
                        "GET /tunnels/" + SampleIds.TUNNEL + "/stats",
                        List.of(statistics(12, 10, 3, 2, 1, 40, 35, 100, 90, "199.9", "0"))));
    }

    private static Stream<EndpointExample> directory() {
        return Stream.of(
                EndpointExample.of(
                        23,
                        new ListTags(),
                        "GET /tags",
                        List.of(new Tag(SampleIds.TAG, "vip"), new Tag("64a000000000000000002302", "new"))),
                EndpointExample.of(
                        28,
                        new ListUsers(new OffsetPageRequest(100, 200)),
                        "GET /users?limit=100&offset=200",
                        page(
                                100,
                                200,
                                202,
                                List.of(
                                        PeopleFixtures.OLGA,
                                        new User("64a000000000000000002802", null, SampleIds.LONG_AGO, null)))),
                EndpointExample.of(
                        29, new FindUser(SampleIds.OLGA), "GET /users/" + SampleIds.OLGA, PeopleFixtures.OLGA));
    }

    private static <T> OffsetPage<T> page(int limit, int offset, long total, List<T> items) {
        return new OffsetPage<>(items, new OffsetPage.Position(limit, offset, items.size(), total));
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
