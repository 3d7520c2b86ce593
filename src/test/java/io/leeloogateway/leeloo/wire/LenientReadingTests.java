package io.leeloogateway.leeloo.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.leeloo.change.CreatePerson;
import io.leeloogateway.leeloo.change.ImportPeople;
import io.leeloogateway.leeloo.change.RecordCall;
import io.leeloogateway.leeloo.model.Channel;
import io.leeloogateway.leeloo.model.Connection;
import io.leeloogateway.leeloo.model.LeadGenerationTool;
import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.model.Tag;
import io.leeloogateway.leeloo.model.Template;
import io.leeloogateway.leeloo.model.TunnelStatistics;
import io.leeloogateway.leeloo.query.FindOrder;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.FindTunnel;
import io.leeloogateway.leeloo.query.ListChannels;
import io.leeloogateway.leeloo.query.ListConnections;
import io.leeloogateway.leeloo.query.ListMessages;
import io.leeloogateway.leeloo.query.ListOrders;
import io.leeloogateway.leeloo.query.ListStatistics;
import io.leeloogateway.leeloo.query.ListTags;
import io.leeloogateway.leeloo.query.ListTemplates;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.request.OffsetPageRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LenientReadingTests {

    private static final FindOrder ORDER = new FindOrder("64a0");
    private static final OffsetPageRequest PAGING = new OffsetPageRequest(20, 40);

    private final ResponseReader reader = new ResponseReader();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'\"2026-01-13T08:20:37.508Z\"',2026-01-13T08:20:37.508Z",
                "'\"2015-04-02T14:20Z\"',2015-04-02T14:20:00Z",
                "'\"2026-01-13T10:20:37+02:00\"',2026-01-13T08:20:37Z",
                "'\"2026-01-13\"',-",
                "'\"yesterday\"',-",
                "'\"\"',-",
                "'\"NOT_DEFINED\"',-",
                "null,-",
                "1768292437508,-",
                "'{\"$date\":1768292437508}',-",
                "'[2026,1,13]',-",
                "true,-"
            })
    void timestampIsReadInEveryFormatOrIsAbsent(String json, @Nullable Instant expected) {
        var order = order("\"createdAt\":" + json + ",\"title\":\"Course\"");

        assertThat(order.createdAt()).isEqualTo(expected);
        assertThat(order.title()).isEqualTo("Course");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "100,100",
                "100.00,100.00",
                "0.1,0.1",
                "'\"1990.50\"',1990.50",
                "'\" 7 \"',7",
                "12345678901234567.89,12345678901234567.89",
                "1e2,1E+2",
                "'\"\"',-",
                "'\"NOT_DEFINED\"',-",
                "null,-"
            })
    void amountIsReadExactlyOrIsAbsent(String json, @Nullable BigDecimal expected) {
        assertThat(order("\"price\":" + json).price()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"dear\"", "{}", "[1]", "true", "1e999999999", "-1e-999999999", "\"1e999999999\""})
    void invalidAmountIsAbsent(String json) {
        var order = order("\"price\":" + json + ",\"title\":\"Course\"");

        assertThat(order.price()).isNull();
        assertThat(order.title()).isEqualTo("Course");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":[{\"id\":7}]}", "[]", "[1,2]", "null", "\"NOT_DEFINED\""})
    void textOfUnexpectedTypeIsAbsent(String json) {
        var order = order("\"title\":" + json + ",\"status\":\"OPENED\"");

        assertThat(order.title()).isNull();
        assertThat(order.status()).isEqualTo("OPENED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[3]", "\"many\"", "\"\"", "1e99", "1e999999999", "\"1e999999999\"", "null"})
    void countOfUnexpectedTypeIsUnknownAndFlagIsFalse(String json) {
        var row = read(
                        new ListStatistics(),
                        "{\"data\":[{\"subscribers\":" + json + ",\"totalSale\":" + json + ",\"visits\":3}]}")
                .getFirst();
        var message = read(
                        new ListMessages(SampleIds.CHANNEL, PAGING),
                        "{\"data\":[{\"id\":\"1\",\"read\":" + json + ",\"text\":\"Hello\"}]}")
                .items()
                .getFirst();

        assertThat(row.subscribers()).isNull();
        assertThat(row.visits()).isEqualTo(3);
        assertThat(message.text()).isEqualTo("Hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":[1]}", "\"x\"", "7", "[[]]", "[{\"id\":{}}]", "[7]", "[\"x\",{}]"})
    void partsOfUnexpectedTypeAreLeftOut(String json) {
        var person = read(new FindPerson("1"), """
                {"data":{"id":"1","accounts":%1$s,"subscribeHistory":7,"links":{"orders":%1$s,"contactedUsers":%1$s},
                 "custom_fields":%1$s,"name":"Anna"},"included":{"users":%1$s,"orders":%1$s}}""".formatted(json));

        assertThat(person.name()).isEqualTo("Anna");
        assertThat(person.channels()).isEmpty();
        assertThat(person.subscriptions()).isEmpty();
        assertThat(person.orderIds()).isEmpty();
        assertThat(person.orders()).isEmpty();
        assertThat(person.customFields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"tags\":{}", "\"links\":[]", "\"links\":7", "\"tags\":\"vip\"", "\"tags\":[{},[\"x\"],null]"})
    void personWithAPartOfUnexpectedTypeIsRead(String json) {
        var person = read(new FindPerson("1"), "{\"data\":{\"id\":\"1\"," + json + ",\"name\":\"Anna\"}}");

        assertThat(person.name()).isEqualTo("Anna");
        assertThat(person.tags()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{}]", "\"x\"", "7", "{\"utm_source\":{\"a\":1},\"utm_term\":[\"x\"]}"})
    void utmOfUnexpectedTypeIsLeftOut(String json) {
        var channels = read(
                new ListChannels(null, null, PAGING),
                "{\"data\":[{\"id\":\"1\",\"utmMarks\":" + json + ",\"name\":\"Anna\"}]}");

        assertThat(channels.items().getFirst().utm()).isEmpty();
        assertThat(channels.items().getFirst().name()).isEqualTo("Anna");
    }

    @Test
    void rowsWithoutAnIdAreSkippedAndCounted() {
        var page = read(new ListOrders(PAGING), """
                {"status":1,"data":[null,"64a0",{"title":"Course"},{"id":null},{"id":{}},{"id":""},{"id":"NOT_DEFINED"},
                 {"id":"64a0"}]}""");

        assertThat(page.items()).extracting(Order::id).containsExactly("64a0");
        assertThat(page.page().returned()).isEqualTo(8);
        assertThat(page.page().total()).isEqualTo(48);
    }

    @Test
    void rowsWithoutAnIdAreSkippedInUnpagedLists() {
        var connections = read(new ListConnections(), "{\"data\":[null,{},{\"id\":\"1\",\"type\":[]}]}");
        var statistics = read(new ListStatistics(), "{\"data\":[null,7,{\"visits\":3}]}");

        assertThat(connections).containsExactly(new Connection("1", null, null));
        assertThat(statistics).hasSize(1);
    }

    /** Rows without readable ones are not an empty list: their ids may have got another name. */
    @ParameterizedTest
    @MethodSource("listsWithoutAReadableRow")
    void listWithoutAReadableRowIsUnreadable(Query<?> query, String data) {
        assertThatExceptionOfType(LeelooUnreadable.class)
                .isThrownBy(() -> read(query, "{\"status\":1,\"data\":" + data + "}"));
    }

    static List<Arguments> listsWithoutAReadableRow() {
        return List.of(
                Arguments.of(new ListOrders(PAGING), "[{\"_id\":\"64a0\"},{\"_id\":\"64a1\"}]"),
                Arguments.of(new ListMessages(SampleIds.CHANNEL, PAGING), "[{\"text\":\"Hello\"}]"),
                Arguments.of(new ListConnections(), "{\"connections\":[{\"_id\":\"64a0\"}]}"),
                Arguments.of(new ListTags(), "[{\"_id\":\"64a0\",\"name\":\"vip\"}]"),
                Arguments.of(new ListTags(), "[{\"id\":\"64a0\",\"title\":\"vip\"}]"),
                Arguments.of(new ListStatistics(), "[[7],null]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"created_at\":\"2026-01-13T08:20:37.508Z\",\"createdAt\":null",
                "\"createdAt\":null,\"created_at\":\"2026-01-13T08:20:37.508Z\"",
                "\"createdAt\":\"2026-01-13T08:20:37.508Z\",\"created_at\":null",
                "\"createdAt\":\"2026-01-13T08:20:37.508Z\",\"created_at\":\"NOT_DEFINED\""
            })
    void nonNullSpellingOfAFieldIsUsed(String fields) {
        assertThat(order(fields).createdAt()).isEqualTo(SampleIds.THEN);
    }

    @Test
    void nonNullNameOfATemplateIsUsed() {
        var templates = read(
                new ListTemplates(SampleIds.CATEGORY),
                "{\"data\":[{\"id\":\"1\",\"message_name\":\"welcome\",\"name\":null},"
                        + "{\"id\":\"2\",\"name\":\"bye\",\"message_name\":null}]}");

        assertThat(templates).extracting(Template::name).containsExactly("welcome", "bye");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"leadgentools\":[]}", "{\"leadgentools\":null}", "[]", "null"})
    void emptyLinkedDoesNotHideIncluded(String linked) {
        var tunnel = read(
                new FindTunnel("1"),
                "{\"data\":{\"id\":\"1\"},\"linked\":" + linked + ",\"included\":{\"leadgentools\":[{\"id\":\"2\"}]}}");

        assertThat(tunnel.tools()).extracting(LeadGenerationTool::id).containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":1}",
                "{\"status\":1,\"data\":null}",
                "{\"status\":1,\"data\":[]}",
                "{\"status\":1,\"data\":\"64a0\"}",
                "{\"status\":1,\"data\":{}}",
                "{\"status\":1,\"data\":{\"id\":null}}",
                "{\"status\":1,\"data\":{\"id\":{}}}",
                "{\"status\":1,\"data\":{\"id\":\"\",\"title\":\"Course\"}}"
            })
    void resourceOfUnexpectedShapeIsUnreadable(String envelope) {
        assertThatExceptionOfType(LeelooUnreadable.class)
                .isThrownBy(() -> read(ORDER, envelope))
                .withMessage("Leeloo's response about order 64a0 has an unexpected shape");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":1}",
                "{\"status\":1,\"data\":{}}",
                "{\"status\":1,\"data\":{\"id\":\"64a0\"}}",
                "{\"status\":1,\"data\":null}",
                "{\"status\":1,\"data\":\"64a0\"}"
            })
    void pageOfUnexpectedShapeIsUnreadable(String envelope) {
        assertThatExceptionOfType(LeelooUnreadable.class).isThrownBy(() -> read(new ListOrders(PAGING), envelope));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"totalCount\":5607}',5607",
        "'{\"totalCount\":\"5607\"}',5607",
        "'{\"totalCount\":0}',0",
        "'{\"totalCount\":null}',41",
        "'{\"totalCount\":-3}',41",
        "'{\"totalCount\":\"many\"}',41",
        "'{\"totalCount\":{}}',41",
        "'{\"totalCount\":1e99}',41",
        "'{}',41",
        "null,41",
        "[],41"
    })
    void invalidTotalIsReplaced(String meta, long total) {
        var page = read(new ListOrders(PAGING), "{\"status\":1,\"data\":[{\"id\":\"64a0\"}],\"meta\":" + meta + "}");

        assertThat(page.page().total()).isEqualTo(total);
        assertThat(page.page().returned()).isEqualTo(1);
        assertThat(page.page().offset()).isEqualTo(40);
    }

    @Test
    void listIsReadFromDataOrFromAnObjectInData() {
        var bare = read(new ListTags(), "{\"data\":[{\"id\":\"1\",\"name\":\"vip\"}]}");
        var wrapped = read(new ListTags(), "{\"data\":{\"tags\":[{\"id\":\"1\",\"name\":\"vip\"}]}}");

        assertThat(bare).isEqualTo(wrapped).containsExactly(new Tag("1", "vip"));
    }

    @Test
    void tagWithoutANameIsLeftOut() {
        var tags = read(new ListTags(), "{\"data\":[{\"id\":\"1\",\"name\":null},{\"id\":\"2\",\"name\":\"new\"}]}");

        assertThat(tags).containsExactly(new Tag("2", "new"));
    }

    @Test
    void partsWithoutAnIdAreLeftOut() {
        var person = read(new FindPerson("1"), """
                {"data":{"id":"1","accounts":[{"from":"TELEGRAM"},null],"custom_fields":[{"value":"x"},null],
                 "links":{"orders":[{"type":"orders"},null],"contactedUsers":null},"subscribeHistory":[null,{}],
                 "tags":[null]},"included":{"orders":[{"title":"x"},null],"users":[{"name":"x"},null]}}""");

        assertThat(person.channels()).isEmpty();
        assertThat(person.customFields()).isEmpty();
        assertThat(person.orderIds()).isEmpty();
        assertThat(person.operatorIds()).isEmpty();
        assertThat(person.orders()).isEmpty();
        assertThat(person.operators()).isEmpty();
        assertThat(person.tags()).isEmpty();
        assertThat(person.subscriptions()).hasSize(1);
    }

    @Test
    void personWithOnlyAnIdIsRead() {
        var person = read(new FindPerson("1"), "{\"data\":{\"id\":\"1\"}}");

        assertThat(person.id()).isEqualTo("1");
        assertThat(person.subscriptions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"linked", "included"})
    void toolsAreReadFromEitherKey(String key) {
        var tunnel = read(
                new FindTunnel("1"),
                "{\"data\":{\"id\":\"1\"},\"" + key
                        + "\":{\"leadgentools\":[{\"id\":\"2\",\"type\":\"QR\"},{\"name\":\"x\"}]}}");

        assertThat(tunnel.tools()).containsExactly(new LeadGenerationTool("2", null, "QR"));
    }

    @Test
    void utmNumberIsReadAsText() {
        var channels = read(
                new ListChannels(null, null, PAGING),
                "{\"data\":[{\"id\":\"1\",\"utmMarks\":{\"utm_source\":7,\"utm_term\":null}},{\"id\":\"2\"}]}");

        assertThat(channels.items()).extracting(Channel::utm).isEqualTo(List.of(Map.of("utm_source", "7"), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"1\"}",
                "{\"person_id\":\"1\"}",
                "{\"id\":\"1\",\"person_id\":null}",
                "{\"id\":\"1\",\"person_id\":\"\"}",
                "{\"id\":\"1\",\"person_id\":\"../orders\"}",
                "{\"id\":\"1 2\",\"person_id\":\"1\"}",
                "{\"id\":\"1\",\"person_id\":\"NOT DEFINED\"}"
            })
    void createdPersonNeedsBothIds(String data) {
        var create = new CreatePerson("Anna", null, null, null, List.of());

        assertThatExceptionOfType(LeelooUnreadable.class)
                .isThrownBy(() -> reader.read(create, LeelooJson.mapper().readTree("{\"data\":" + data + "}")));
    }

    @Test
    void numbersThatLeelooDoesNotGiveAreUnknown() {
        var statistics = read(
                        new ListStatistics(),
                        "{\"data\":[{\"subscribers\":null,\"totalSale\":\"NOT_DEFINED\",\"shows\":0}]}")
                .getFirst();
        var record = new RecordCall("2", "3", "+1", "+2", SampleIds.THEN, null, "SUCCESS", 63, "INBOUND");
        var call = reader.read(record, LeelooJson.mapper().readTree("{\"data\":{\"id\":\"1\"}}"));

        assertThat(statistics)
                .isEqualTo(new TunnelStatistics(null, null, null, null, null, null, null, 0L, null, null, null));
        assertThat(call.duration()).isNull();
    }

    @Test
    void importWithoutACountIsUnreadable() {
        var sms = new ImportPeople(List.of(), SampleIds.CONNECTION, null, List.of());

        assertThatExceptionOfType(LeelooUnreadable.class)
                .isThrownBy(() -> reader.read(sms, LeelooJson.mapper().readTree("{\"data\":{}}")));
    }

    private Order order(String fields) {
        return read(ORDER, "{\"status\":1,\"data\":{\"id\":\"64a0\"," + fields + "}}");
    }

    private <T> T read(Query<T> query, String envelope) {
        return reader.read(query, LeelooJson.mapper().readTree(envelope));
    }
}
