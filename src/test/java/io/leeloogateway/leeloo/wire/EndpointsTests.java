package io.leeloogateway.leeloo.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.change.ChangeOrder;
import io.leeloogateway.leeloo.change.ChangePerson;
import io.leeloogateway.leeloo.change.CreateOrder;
import io.leeloogateway.leeloo.change.CreatePerson;
import io.leeloogateway.leeloo.change.CreateTrafficSource;
import io.leeloogateway.leeloo.change.Notification;
import io.leeloogateway.leeloo.http.StandaloneClient;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.ListPeople;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.request.OffsetPageRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointsTests {

    private static final String BASE = "/api/v2";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private StandaloneClient client;

    static Stream<EndpointExample> examples() {
        return Stream.concat(QueryExamples.all(), ChangeExamples.all());
    }

    @BeforeAll
    void start() {
        server.start();
        client = StandaloneClient.of(server.baseUrl() + BASE);
    }

    @BeforeEach
    void resetServer() {
        server.resetAll();
    }

    @AfterAll
    void stop() {
        client.close();
        server.stop();
    }

    @Test
    void everyEndpointHasAnExample() {
        var endpoints = Stream.of(Query.class, Change.class)
                .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
                .filter(type -> !type.getSimpleName().startsWith("Verbatim"))
                .toList();

        var examples = examples().toList();

        assertThat(examples)
                .extracting(example -> (Object) example.request().getClass())
                .containsExactlyInAnyOrderElementsOf(endpoints);
        assertThat(examples)
                .extracting(EndpointExample::number)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 30).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void requestIsSentOnceAsInTheContract(EndpointExample example) {
        server.stubFor(any(anyUrl()).willReturn(okJson(example.sample())));

        example.call(client);

        var request = onlyRequest();
        assertThat(request.getMethod() + " " + request.getUrl())
                .isEqualTo(example.requestLine().replace(" /", " " + BASE + "/"));
        assertThat(request.getHeader("X-Leeloo-AuthToken")).isEqualTo(StandaloneClient.TOKEN);
        assertThat(request.getHeader("X-Request-Id")).isEqualTo(StandaloneClient.REQUEST_ID);
        assertThat(request.getHeader("Accept-Encoding")).isEqualTo("identity");
        if (example.body() == null) {
            assertThat(request.getBody()).isEmpty();
        } else {
            assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
            assertThat(json(request.getBodyAsString())).isEqualTo(json(example.body()));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void recordedResponseIsRead(EndpointExample example) {
        server.stubFor(any(anyUrl()).willReturn(okJson(example.sample())));

        var value = example.call(client);

        assertThat(value).isEqualTo(example.value());
    }

    @Test
    void responseBodyIsKeptByteForByte() {
        var sample = EndpointExample.sample("18-find-person");
        server.stubFor(any(anyUrl()).willReturn(okJson(sample)));

        var response = client.execute(new FindPerson(SampleIds.ANNA), Duration.ofSeconds(5));

        assertThat(response.body().bytes()).asString(StandardCharsets.UTF_8).isEqualTo(sample);
    }

    @Test
    void absentFiltersAreLeftOut() {
        server.stubFor(any(anyUrl()).willReturn(okJson(EndpointExample.sample("15-list-people"))));

        client.execute(new ListPeople(List.of(), null, null, null, null, new OffsetPageRequest(null, null)));

        assertThat(onlyRequest().getUrl()).isEqualTo(BASE + "/people?limit=20&offset=0");
    }

    @ParameterizedTest
    @MethodSource
    void absentFieldsAreLeftOutOfBodies(EndpointExample example) {
        server.stubFor(any(anyUrl()).willReturn(okJson(example.sample())));

        example.call(client);

        assertThat(json(onlyRequest().getBodyAsString())).isEqualTo(json(String.valueOf(example.body())));
    }

    static Stream<EndpointExample> absentFieldsAreLeftOutOfBodies() {
        return Stream.of(
                new EndpointExample(
                        10, new CreateTrafficSource(SampleIds.TOOL, "Letter", null), "", "{\"name\":\"Letter\"}", ""),
                new EndpointExample(
                        11,
                        new CreateOrder("p", "o", "c", null, null, null, Notification.NONE, null),
                        "",
                        "{\"isNotifyAccount\":\"false\",\"offerId\":\"o\",\"paymentCreditsId\":\"c\",\"personId\":\"p\"}",
                        ""),
                new EndpointExample(
                        14,
                        new ChangeOrder(SampleIds.ORDER, "REJECTED", null, null, new BigDecimal("99.90"), null),
                        "",
                        "{\"price\":\"99.90\",\"status\":\"REJECTED\"}",
                        ""),
                new EndpointExample(
                        16, new CreatePerson("Anna", null, null, null, List.of()), "", "{\"name\":\"Anna\"}", ""),
                new EndpointExample(17, new ChangePerson(SampleIds.ANNA, null, null, null), "", "{}", ""));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private LoggedRequest onlyRequest() {
        var events = server.getAllServeEvents();
        assertThat(events).hasSize(1);
        return events.getFirst().getRequest();
    }
}
