package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooNotFound;
import io.leeloogateway.leeloo.LeelooRejected;
import io.leeloogateway.leeloo.RawBody;
import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.change.CreateOrder;
import io.leeloogateway.leeloo.change.CreateTrafficSource;
import io.leeloogateway.leeloo.change.ImportPeople;
import io.leeloogateway.leeloo.change.Notification;
import io.leeloogateway.leeloo.change.RecordCall;
import io.leeloogateway.leeloo.change.RemoveTag;
import io.leeloogateway.leeloo.change.SendTemplate;
import io.leeloogateway.leeloo.change.Subscribe;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.query.FindOrder;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.FindTunnel;
import io.leeloogateway.leeloo.query.FindUser;
import io.leeloogateway.leeloo.query.ListOrders;
import io.leeloogateway.leeloo.query.ListTemplates;
import io.leeloogateway.request.OffsetPageRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

class UnknownIdsTests {

    private static final Target SUBSCRIPTION =
            new Subscribe(SampleIds.CHANNEL, SampleIds.TUNNEL, SampleIds.BLOCK).target();
    private static final Target NEW_ORDER =
            new CreateOrder(SampleIds.ANNA, "o", "c", null, null, null, Notification.NONE, null).target();

    static Stream<Arguments> paths() {
        return Stream.of(
                Arguments.of(new FindPerson(SampleIds.ANNA).target(), "person_id", "person " + SampleIds.ANNA),
                Arguments.of(new FindPerson(SampleIds.ANNA).target(), "personId", "person " + SampleIds.ANNA),
                Arguments.of(new FindPerson(SampleIds.ANNA).target(), "id", "person " + SampleIds.ANNA),
                Arguments.of(SUBSCRIPTION, "account_id", "channel " + SampleIds.CHANNEL),
                Arguments.of(new FindOrder(SampleIds.ORDER).target(), "order_id", "order " + SampleIds.ORDER),
                Arguments.of(new FindUser(SampleIds.OLGA).target(), "user_id", "user " + SampleIds.OLGA),
                Arguments.of(new FindTunnel(SampleIds.TUNNEL).target(), "tunnel_id", "tunnel " + SampleIds.TUNNEL),
                Arguments.of(
                        new ListTemplates(SampleIds.CATEGORY).target(),
                        "category_id",
                        "template category " + SampleIds.CATEGORY),
                Arguments.of(
                        new CreateTrafficSource(SampleIds.TOOL, "x", null).target(),
                        "leadgentool_id",
                        "lead generation tool " + SampleIds.TOOL),
                Arguments.of(
                        new AddTag(SampleIds.ANNA, SampleIds.TAG).target(), "person_id", "person " + SampleIds.ANNA),
                Arguments.of(new AddTag(SampleIds.ANNA, SampleIds.TAG).target(), "tag_id", "tag " + SampleIds.TAG),
                Arguments.of(new RemoveTag(SampleIds.ANNA, SampleIds.TAG).target(), "tag_id", "tag " + SampleIds.TAG));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void unknownIdInThePathIsNotFound(Target target, String field, String resource) {
        for (var code : List.of("WRONG_ID", "NOT_FOUND")) {
            var failure = failure(200, fields("FORMAT_ERROR", field, code), target);

            assertThat(failure).isInstanceOf(LeelooNotFound.class).hasMessage(resource + " is unknown to Leeloo");
        }
    }

    static Stream<Arguments> bodies() {
        var call = new RecordCall(
                SampleIds.OLGA, SampleIds.CHANNEL, "1", "2", Instant.EPOCH, null, "SUCCESS", 1, "INBOUND");
        var sms = new ImportPeople(List.of(), SampleIds.CONNECTION, null, List.of());
        return Stream.of(
                Arguments.of(SUBSCRIPTION, "tunnel_id"),
                Arguments.of(new SendTemplate(SampleIds.CHANNEL, "t", Map.of()).target(), "template_id"),
                Arguments.of(NEW_ORDER, "offerId"),
                Arguments.of(NEW_ORDER, "personId"),
                Arguments.of(call.target(), "account_id"),
                Arguments.of(sms.target(), "connection_id"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void unknownIdInTheBodyIsARejectedField(Target target, String field) {
        for (var code : List.of("FORMAT_ERROR", "NOT_FOUND")) {
            var failure = failure(200, fields(code, field, "WRONG_ID"), target);

            assertThat(failure).isInstanceOf(LeelooRejected.class);
            assertThat(failure.errors()).hasSize(1);
        }
    }

    @Test
    void anotherErrorOfTheIdInThePathIsARejection() {
        var failure = failure(200, fields("FORMAT_ERROR", "person_id", "REQUIRED"), Target.of("person", "1"));

        assertThat(failure).isInstanceOf(LeelooRejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":\"NOT_FOUND\"}", "{\"status\":0,\"error\":\"WRONG_ID\"}"})
    void errorMayBeAText(String body) {
        assertThat(failure(200, body, Target.of("person", "1"))).isInstanceOf(LeelooNotFound.class);
    }

    @ParameterizedTest
    @CsvSource({"200,'{\"error\":\"NOT_FOUND\"}'", "200,'{\"error\":{\"code\":\"WRONG_ID\"}}'", "404,'{\"status\":0}'"})
    void resourceThatThePathDoesNotNameIsNotNotFound(int status, String body) {
        for (var target : List.of(new ListOrders(new OffsetPageRequest(1, 0)).target(), NEW_ORDER)) {
            assertThat(failure(status, body, target)).isInstanceOf(LeelooRejected.class);
        }
    }

    @Test
    void status404WithAFieldOfTheBodyIsARejection() {
        var failure = failure(404, fields("NOT_FOUND", "tunnel_id", "NOT_FOUND"), SUBSCRIPTION);

        assertThat(failure).isInstanceOf(LeelooRejected.class);
    }

    private static String fields(String code, String field, String fault) {
        return "{\"status\":0,\"error\":{\"code\":\"%s\",\"fields\":{\"%s\":\"%s\"}}}".formatted(code, field, fault);
    }

    private static LeelooException failure(int status, String body, Target target) {
        var rawBody = new RawBody(body.getBytes(StandardCharsets.UTF_8));
        var response = new RawResponse(HttpStatusCode.valueOf(status), HttpHeaders.EMPTY, rawBody, Instant.EPOCH);
        return catchThrowableOfType(LeelooException.class, () -> ResponseClassifier.classify(response, target));
    }
}
