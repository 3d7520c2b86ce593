package io.leeloogateway.leeloo.wire;

import io.leeloogateway.leeloo.change.AddComment;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.change.ChangeOrder;
import io.leeloogateway.leeloo.change.ChangePerson;
import io.leeloogateway.leeloo.change.CreateOrder;
import io.leeloogateway.leeloo.change.CreatePerson;
import io.leeloogateway.leeloo.change.CreateTrafficSource;
import io.leeloogateway.leeloo.change.ImportPeople;
import io.leeloogateway.leeloo.change.ImportedPerson;
import io.leeloogateway.leeloo.change.Notification;
import io.leeloogateway.leeloo.change.RecordCall;
import io.leeloogateway.leeloo.change.RemoveTag;
import io.leeloogateway.leeloo.change.SendMessage;
import io.leeloogateway.leeloo.change.SendTemplate;
import io.leeloogateway.leeloo.change.Subscribe;
import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.Call;
import io.leeloogateway.leeloo.model.Comment;
import io.leeloogateway.leeloo.model.CreatedPerson;
import io.leeloogateway.leeloo.model.CustomField;
import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.model.SmsImport;
import io.leeloogateway.leeloo.model.TrafficSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An example request and response of each of the 13 changes. */
final class ChangeExamples {

    private ChangeExamples() {}

    static Stream<EndpointExample> all() {
        return Stream.of(messaging(), orders(), people(), calls()).flatMap(examples -> examples);
    }

    private static Stream<EndpointExample> messaging() {
        return Stream.of(
                EndpointExample.of(
                        3,
                        new SendTemplate(SampleIds.CHANNEL, SampleIds.TEMPLATE, Map.of("first_name", "Анна")),
                        "POST /messages/send-template",
                        """
                        {"account_id":"%s","template_id":"%s","variables":{"first_name":"Анна"}}\
                        """.formatted(SampleIds.CHANNEL, SampleIds.TEMPLATE),
                        new Accepted()),
                EndpointExample.of(
                        4,
                        new SendMessage(SampleIds.CHANNEL, "Hello & \"welcome\""),
                        "POST /messages/send-message",
                        """
                        {"account_id":"%s","text":"Hello & \\"welcome\\""}""".formatted(SampleIds.CHANNEL),
                        new Accepted()),
                EndpointExample.of(
                        8,
                        new Subscribe(SampleIds.CHANNEL, SampleIds.TUNNEL, SampleIds.BLOCK),
                        "POST /communication-channels/" + SampleIds.CHANNEL + "/manual-subscribe",
                        """
                        {"tunnel_id":"%s","tunnel_block_id":"%s"}""".formatted(SampleIds.TUNNEL, SampleIds.BLOCK),
                        new Accepted()),
                EndpointExample.of(
                        10,
                        new CreateTrafficSource(SampleIds.TOOL, "Newsletter", "the one of May"),
                        "POST /leadgentools/" + SampleIds.TOOL + "/create-traffic-source",
                        """
                        {"name":"Newsletter","description":"the one of May"}""",
                        new TrafficSource(
                                SampleIds.SOURCE,
                                "Newsletter",
                                "the one of May",
                                "normal",
                                "ab1c2d",
                                false,
                                SampleIds.TOOL,
                                SampleIds.TUNNEL,
                                SampleIds.THEN,
                                SampleIds.THEN)));
    }

    private static Stream<EndpointExample> orders() {
        return Stream.of(
                EndpointExample.of(
                        11,
                        new CreateOrder(
                                SampleIds.ANNA,
                                SampleIds.OFFER,
                                SampleIds.CREDITS,
                                SampleIds.MAIL,
                                SampleIds.PHONE,
                                SampleIds.THEN,
                                Notification.SENT,
                                SampleIds.OLGA),
                        "POST /orders",
                        """
                        {"paymentCreditsId":"%s","offerId":"%s","personId":"%s","email":"anna@example.org",
                         "phone":"+12025550143","transactionDate":"2026-01-13T08:20:37.508Z","isNotifyAccount":"true",
                         "managerId":"%s"}""".formatted(SampleIds.CREDITS, SampleIds.OFFER, SampleIds.ANNA, SampleIds.OLGA),
                        new Order(
                                SampleIds.ORDER,
                                null,
                                "Course",
                                null,
                                new BigDecimal("1990.50"),
                                "UAH",
                                "OPENED",
                                null,
                                SampleIds.THEN,
                                SampleIds.THEN)),
                EndpointExample.of(
                        14,
                        new ChangeOrder(
                                SampleIds.ORDER,
                                "RESOLVED",
                                Instant.parse("2026-01-14T09:05:59.999Z"),
                                "USD",
                                new BigDecimal("1E+2"),
                                "paid in cash"),
                        "POST /orders/" + SampleIds.ORDER,
                        """
                        {"status":"RESOLVED","paymentDate":"2026-01-14 09:05","currency":"USD","price":"100",
                         "userComments":"paid in cash"}""",
                        new Accepted()));
    }

    private static Stream<EndpointExample> people() {
        return Stream.of(
                EndpointExample.of(
                        16,
                        new CreatePerson("Anna Sample", null, SampleIds.PHONE, SampleIds.TOOL, List.of(SampleIds.OLGA)),
                        "POST /people",
                        """
                        {"name":"Anna Sample","phone":"+12025550143","leadgentool_id":"%s","connected_users_ids":["%s"]}
                        """.formatted(SampleIds.TOOL, SampleIds.OLGA),
                        new CreatedPerson(
                                "64a000000000000000001603",
                                "64a000000000000000001604",
                                "Anna Sample",
                                null,
                                SampleIds.PHONE,
                                SampleIds.THEN)),
                EndpointExample.of(
                        17,
                        new ChangePerson(
                                SampleIds.ANNA,
                                SampleIds.OTHER_PHONE,
                                SampleIds.MAIL,
                                List.of(new CustomField("STRING", "City", "Kyiv"))),
                        "PUT /people/" + SampleIds.ANNA,
                        """
                        {"phone":"+12025550144","email":"anna@example.org",
                         "custom_fields":[{"type":"STRING","name":"City","value":"Kyiv"}]}""",
                        new Accepted()),
                EndpointExample.of(
                        19,
                        new ImportPeople(
                                List.of(
                                        new ImportedPerson("Anna Sample", SampleIds.MAIL, SampleIds.PHONE),
                                        new ImportedPerson("Пётр Пример", null, SampleIds.OTHER_PHONE)),
                                SampleIds.CONNECTION,
                                SampleIds.TOOL,
                                List.of(SampleIds.TAG)),
                        "POST /people/sms",
                        """
                        {"data":[{"name":"Anna Sample","email":"anna@example.org","phone":"+12025550143"},
                                 {"name":"Пётр Пример","phone":"+12025550144"}],
                         "connection_id":"%s","leadgentool_id":"%s","tags":["%s"]}""".formatted(SampleIds.CONNECTION, SampleIds.TOOL, SampleIds.TAG),
                        new SmsImport(2)),
                EndpointExample.of(
                        20,
                        new AddComment(SampleIds.ANNA, "Call back on Monday"),
                        "PUT /people/" + SampleIds.ANNA + "/add-comment",
                        """
                        {"comment":"Call back on Monday"}""",
                        new Comment(
                                "64a000000000000000002001",
                                "Call back on Monday",
                                SampleIds.ANNA,
                                SampleIds.OLGA,
                                SampleIds.THEN)),
                EndpointExample.of(
                        21,
                        new AddTag(SampleIds.ANNA, SampleIds.TAG),
                        "PUT /people/" + SampleIds.ANNA + "/add-tag",
                        """
                        {"tag_id":"%s"}""".formatted(SampleIds.TAG),
                        new Accepted()),
                EndpointExample.of(
                        22,
                        new RemoveTag(SampleIds.ANNA, SampleIds.TAG),
                        "PUT /people/" + SampleIds.ANNA + "/remove-tag",
                        """
                        {"tag_id":"%s"}""".formatted(SampleIds.TAG),
                        new Accepted()));
    }

    private static Stream<EndpointExample> calls() {
        return Stream.of(EndpointExample.of(
                30,
                new RecordCall(
                        SampleIds.OLGA,
                        SampleIds.CHANNEL,
                        SampleIds.PHONE,
                        SampleIds.OTHER_PHONE,
                        SampleIds.THEN,
                        null,
                        "SUCCESS",
                        63,
                        "OUTBOUND"),
                "POST /calls",
                """
                {"user_id":"%s","from":"+12025550143","to":"+12025550144","date":"2026-01-13T08:20:37.508Z",
                 "account_id":"%s","record_link":"NOT_DEFINED","status":"SUCCESS","duration":63,"type":"OUTBOUND"}""".formatted(SampleIds.OLGA, SampleIds.CHANNEL),
                new Call(
                        "64a000000000000000003001",
                        "3f2c1a9e-0000-4000-8000-000000000030",
                        SampleIds.OLGA,
                        SampleIds.CHANNEL,
                        SampleIds.PHONE,
                        SampleIds.OTHER_PHONE,
                        "OUTBOUND",
                        "SUCCESS",
                        63L,
                        null,
                        SampleIds.THEN)));
    }
}
