package io.leeloogateway.people;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests the search for people over HTTP. */
@GatewayTest
class PeopleSearchIntegrationTests {

    private static final String SEARCH = "/api/v1/people/search?";

    @Autowired
    JdbcClient database;

    GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Мар’яна Соняшенко   | мар'яна
            Мар’яна Соняшенко   | МАРʼЯНА СОНЯШ
            Мар’яна Соняшенко   | маряна
            Мар’яна Соняшенко   | соняшенко мар`яна
            Мар’яна Соняшенко   | няшен
            Мар’яна Соняшенко   | Сонященко
            Мар’яна Соняшенко   | Мараяна
            Мар’яна Соняшенко   | Soniashenko
            Їжакевич Ґанна      | їжакевич
            Їжакевич Ґанна      | ганна
            Ёлкин Пётр          | елкин петр
            Řehoř Dvořák        | rehor dvorak
            Rehor Dvorak        | ŘEHOŘ
            Jürgen Weiß         | jurgen WEISS
            O'Brien Sinéad      | obrien sinead
            Юрій Лі             | лі
            Anna Kovalenko      | kovalneko
            Anna Kovalenko      | an
            """)
    void nameIsFoundWhateverItsSpelling(String name, String words) {
        var id = create(name, "x@example.org", "+380501234567");

        assertThat(ids(search("q=" + encoded(words)))).contains(id);
    }

    /** Normalization would keep the database busy for minutes, past all timeouts. */
    @Test
    @Timeout(60)
    void nameOfVeryManyAccentsIsStoredAndFound() {
        var accents = "\u0345".repeat(20_000) + "\u0316".repeat(20_000);

        var id = create("Solomiia " + accents, "x@example.org", "+380501234567");

        assertThat(ids(search("q=solomiia"))).contains(id);
    }

    /** Each search compares its words with the whole text. */
    @Test
    void longNameIsFoundByItsBeginningAndByTheContacts() {
        var id = create("Solomiia " + "word ".repeat(20_000), "svitlana@example.org", "+380501234567");

        assertThat(ids(search("q=solomiia"))).contains(id);
        assertThat(ids(search("q=svitlana"))).contains(id);
        assertThat(ids(search("q=380501234567"))).contains(id);
        assertThat(database.sql("select length(search_text) from cached_people where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isLessThan(700);
    }

    @ParameterizedTest
    @CsvSource({
        "q=380501234567",
        "q=%2B38 (050) 123-45-67",
        "q=1234567",
        "q=0501234567",
        "q=Мар'яна 050 123-45-67",
        "q=marianna.s@example.org",
        "q=marianna",
        "q=example.org мар'яна",
        "phone=%2B380501234567",
        "phone=%2B38 (050) 123-45-67",
        "phone=380501234567",
        "email=Marianna.S@Example.org"
    })
    void phoneAndEmailAreFound(String query) {
        var id = create("Мар’яна Соняшенко", "Marianna.S@example.org", "+380501234567");
        create("Інша Людина", "other@example.com", "+380671111111");

        assertThat(ids(search(query.replace(" ", "%20").replace("'", "%27")))).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({
        "Course 2024-2025, x@example.org, q=2024-2025",
        "Course 2024-2025, x@example.org, q=course 2024/2025",
        "Course 2024 - 2025, x@example.org, q=Course 2024 - 2025",
        "Olena, olena.10.12.90@ukr.net, q=olena.10.12.90@ukr.net",
        "Olena, olena.10.12.90@ukr.net, q=olena.10.12.9&sort=createdAt",
        "Olena, olena.10.12.90@ukr.net, q=olenna 10.12.90",
        "Room 00123456, x@example.org, q=00123456"
    })
    void digitsInANameOrAnEmailAreFoundWithTheirSeparators(String name, String email, String query) {
        var id = create(name, email, "+380501234567");
        create("Course 2024", "olena.10@example.com", "+380671111111");

        assertThat(ids(search(query.replace(" ", "%20")))).containsExactly(id);
    }

    @Test
    void mostRelevantAreFirstThenTheNewest() {
        var part = create("Annabel Q", null, null);
        var older = create("Anna P", null, null);
        var newer = create("Q Anna", null, null);

        assertThat(ids(search("q=anna"))).containsExactly(newer, older, part);
        assertThat(ids(search("q=anna&sort=createdAt"))).containsExactly(part, older, newer);
    }

    @Test
    void onlyTheMostSimilarPeopleAreFound() {
        var similar = create("Oleksandr Q", null, null);
        create("Oleksii Q", null, null);

        var found = search("q=oleksandxr&total=true");

        assertThat(ids(found)).containsExactly(similar);
        assertThat(found.json().path("total").asInt()).isEqualTo(1);
        assertThat(ids(search("q=olexii"))).as("neither is more similar").hasSize(2);
    }

    /** To compare more would hold up the searches of others. */
    @Test
    void atMostEightWordsAreComparedWithSimilarOnes() {
        var id = create("Aaaaaaa Bbbbbbb Ccccccc Ddddddd Eeeeeee Fffffff Ggggggg Hhhhhhh Iiiiiii", null, null);
        var words = "aaaaaaa bbbbbbb ccccccc ddddddd eeeeeee fffffff ggggggg hhhhhhx";

        assertThat(ids(search("q=" + encoded(words)))).containsExactly(id);
        assertThat(ids(search("q=" + encoded(words + " iiiiiii")))).isEmpty();
        assertThat(ids(search("q=" + encoded(words.replace('x', 'h') + " iiiiiii"))))
                .containsExactly(id);
    }

    @Test
    void filtersNarrowTheSearch() {
        gateway.get("/api/v1/people?limit=100");

        var all = search("limit=100&total=true").json();
        assertThat(all.path("total").asInt()).isEqualTo(100);
        var expected = gateway.get("/api/v1/people?limit=100")
                .json()
                .path("items")
                .valueStream()
                .filter(person -> person.path("tags").toString().contains("\"vip\"")
                        && !person.path("tags").toString().contains("\"refund\""))
                .map(person -> person.path("id").asString())
                .collect(Collectors.toSet());
        assertThat(expected).isNotEmpty();
        assertThat(ids(search("limit=100&tagsAll=vip&tagsNone=refund"))).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(ids(search("limit=100&tagsAll=vip&tagsAll=new"))).contains(ANNA);
        assertThat(ids(search("limit=100&tagsAny=vip&tagsAny=new&platform=TELEGRAM")))
                .contains(ANNA);
        assertThat(ids(search("platform=UNKNOWN"))).isEmpty();
        assertThat(ids(search("tagsAll=vip&createdFrom=2025-12-28&createdTo=2025-12-28")))
                .contains(ANNA);
        assertThat(ids(search("tagsAll=vip&createdTo=2025-12-27"))).doesNotContain(ANNA);
        assertThat(ids(search("tagsAll=vip&lastMessageFrom=2026-01-13T07:50:37Z&lastMessageTo=2026-01-13")))
                .contains(ANNA);
    }

    /** The gateway does not know the time that Leeloo gives the message. */
    @Test
    void timeOfTheLastMessageIsNotShownAfterAMessage() {
        gateway.get("/api/v1/people?limit=100");
        var sent = gateway.send(
                "POST", "/api/v1/channels/64a0c3f00001000000000003/messages", "{\"text\":\"Good morning\"}");
        assertThat(sent.status()).isEqualTo(202);

        var found = search("phone=%2B12025550101").json().at("/items/0");

        assertThat(found.path("lastMessageAt").isNull()).isTrue();
        assertThat(found.path("incomplete").toString()).isEqualTo("[\"lastMessageAt\"]");
        assertThat(found.path("tags").size()).isPositive();
        assertThat(ids(search("phone=%2B12025550101&lastMessageFrom=2026-01-01")))
                .isEmpty();
    }

    @Test
    void peopleWithOrdersAreFound() {
        gateway.get(PERSON);
        var without = create("Nobody", null, null);

        assertThat(ids(search("hasOrders=true"))).containsExactly(ANNA);
        assertThat(ids(search("hasOrders=false"))).containsExactly(without);
    }

    @Test
    void personWithANewOrderIsNotFoundAmongThoseWithout() {
        var person = create("Nobody", null, null);
        assertThat(ids(search("hasOrders=false"))).containsExactly(person);

        var order = gateway.send("POST", "/api/v1/orders", """
                {"personId": "%s", "offerId": "64a0c3f0000c000000000001", "paymentCreditsId": "64a0c3f0000d000000000001"}""".formatted(person));

        assertThat(order.status()).isEqualTo(201);
        assertThat(ids(search("hasOrders=false"))).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGaps() {
        gateway.get("/api/v1/people?limit=100");

        for (var order : List.of(
                "sort=createdAt",
                "sort=-lastMessageAt",
                "sort=relevance",
                "q=a",
                "q=sommerweis",
                "q=sommerweis&sort=createdAt")) {
            var found = new ArrayList<String>();
            var cursor = "";
            while (cursor != null) {
                var page = search(order + "&limit=7" + cursor);
                found.addAll(ids(page));
                var next = page.json().path("nextCursor");
                cursor = next.isNull() ? null : "&cursor=" + next.asString();
            }
            assertThat(found).as(order).doesNotHaveDuplicates();
            assertThat(found).as(order).isEqualTo(ids(search(order + "&limit=100")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=101, limit",
        "sort=name, sort",
        "createdFrom=yesterday, createdFrom",
        "hasOrders=2, hasOrders",
        "createdFrom=2026-02-01&createdTo=2026-01-01&lastMessageFrom=2026-02-01&lastMessageTo=2026-01-31, 'createdTo,lastMessageTo'",
        "q=%20, q",
        "q=..., q",
        "q=, q",
        "name=anna, name",
        "cursor=abc, cursor",
        "phone=1, phone",
        "total=maybe, total"
    })
    void badInputIsNamed(String query, String fields) {
        var response = search(query);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString())
                        .sorted()
                        .collect(joining(",")))
                .isEqualTo(fields);
    }

    @Test
    void editedAndForeignCursorsAreRefused() {
        gateway.get("/api/v1/people?limit=100");
        var cursor = search("tagsAll=vip&limit=1").text("nextCursor");
        var edited = cursor.substring(0, cursor.length() - 2) + (cursor.endsWith("AA") ? "BB" : "AA");

        assertThat(search("tagsAll=vip&limit=5&cursor=" + cursor).status()).isEqualTo(200);
        for (var query : List.of(
                "tagsAll=vip&cursor=" + edited,
                "tagsAll=new&cursor=" + cursor,
                "cursor=" + cursor,
                "tagsAll=vip&sort=createdAt&cursor=" + cursor)) {
            assertThat(search(query).status()).as(query).isEqualTo(400);
            assertThat(search(query).body()).contains("\"field\":\"cursor\"");
        }
    }

    @Test
    void searchNeverAsksLeeloo() {
        gateway.get("/api/v1/people?limit=10");
        gateway.reset();

        var response = gateway.getWithCacheControl("no-cache", SEARCH + "limit=10");

        assertThat(response.cacheStatus()).isEqualTo("hit");
        assertThat(response.age()).isBetween(0, 30);
        assertThat(ids(response)).hasSize(10);
        assertThat(gateway.calls("")).isEmpty();
    }

    @Test
    void erasedAndUnknownPeopleAreNotFound() {
        var erased = create("Zoriana Erased", null, null);
        var gone = create("Zoriana Gone", null, null);
        assertThat(ids(search("q=zoriana"))).containsExactlyInAnyOrder(erased, gone);

        gateway.reset();
        gateway.getWithCacheControl("no-cache", "/api/v1/people/" + gone);
        gateway.send("DELETE", "/api/v1/people/" + erased + "/personal-data", "");

        assertThat(ids(search("q=zoriana"))).isEmpty();
    }

    @Test
    void changedPersonIsFoundWithoutWhatMayHaveChanged() {
        gateway.get("/api/v1/people?limit=100");

        gateway.send("PATCH", PERSON, "{\"email\":\"changed@example.org\"}");

        var found = search("q=anna+kovalenko").json().path("items");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("id").asString()).isEqualTo(ANNA);
        assertThat(found.get(0).path("email").isNull()).isTrue();
        assertThat(found.get(0).path("incomplete").toString()).isEqualTo("[\"email\",\"phone\",\"tags\"]");
        assertThat(ids(search("email=anna.kovalenko.1@example.org"))).isEmpty();
        gateway.get(PERSON);
        assertThat(ids(search("email=changed@example.org"))).containsExactly(ANNA);
    }

    /** Words are searched in the name, the phone number and the e-mail address. */
    @ParameterizedTest
    @ValueSource(strings = {"anna.kovalenko.1", "anna+example", "%2B12025550101", "2025550101"})
    void changedPersonIsNotFoundByWhatMayHaveChanged(String words) {
        gateway.get("/api/v1/people?limit=100");
        assertThat(ids(search("q=" + words))).contains(ANNA);

        gateway.send("PATCH", PERSON, "{\"email\":\"changed@example.org\",\"phone\":\"+12025550107\"}");

        assertThat(ids(search("q=" + words))).doesNotContain(ANNA);
    }

    private String create(String name, @Nullable String email, @Nullable String phone) {
        var contacts = (email == null ? "" : ",\"email\":\"" + email + "\"")
                + (phone == null ? "" : ",\"phone\":\"" + phone + "\"");
        var id = gateway.sendToLeeloo("POST", "/people", "{\"name\":\"%s\"%s}".formatted(name, contacts))
                .json()
                .at("/data/person_id")
                .asString();
        assertThat(gateway.get("/api/v1/people/" + id).status()).isEqualTo(200);
        return id;
    }

    private GatewayResponse search(String query) {
        return gateway.get(SEARCH + query);
    }

    private static List<String> ids(GatewayResponse response) {
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        return response.json()
                .path("items")
                .valueStream()
                .map(person -> person.path("id").asString())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
