package io.leeloogateway.leeloo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What goes out for each of the 13 changes, and what comes back. */
final class ChangeRows {

    private ChangeRows() {}

    static Stream<Row> all() {
        return Stream.of(messaging(), orders(), people(), calls()).flatMap(rows -> rows);
    }

    private static Stream<Row> messaging() {
        return Stream.of(
                Row.of(
                        3,
                        new SendTemplate(Known.CHANNEL, Known.TEMPLATE, Map.of("first_name", "Анна")),
                        "POST /messages/send-template",
                        """
                        {"account_id":"%s","template_id":"%s","variables":{"first_name":"Анна"}}\
                        """.formatted(Known.CHANNEL, Known.TEMPLATE),
                        new Accepted()),
                Row.of(
                        4,
                        new SendMessage(Known.CHANNEL, "Hello & \"welcome\""),
                        "POST /messages/send-message",
                        """
                        {"account_id":"%s","text":"Hello & \\"welcome\\""}""".formatted(Known.CHANNEL),
                        new Accepted()),
                Row.of(
                        8,
                        new Subscribe(Known.CHANNEL, Known.TUNNEL, Known.BLOCK),
                        "POST /communication-channels/" + Known.CHANNEL + "/manual-subscribe",
                        """
                        {"tunnel_id":"%s","tunnel_block_id":"%s"}""".formatted(Known.TUNNEL, Known.BLOCK),
                        new Accepted()),
                Row.of(
                        10,
                        new CreateTrafficSource(Known.TOOL, "Newsletter", "the one of May"),
                        "POST /leadgentools/" + Known.TOOL + "/create-traffic-source",
                        """
                        {"name":"Newsletter","description":"the one of May"}""",
                        new TrafficSource(
                                Known.SOURCE,
                                "Newsletter",
                                "the one of May",
                                "normal",
                                "ab1c2d",
                                false,
                                Known.TOOL,
                                Known.TUNNEL,
                                Known.THEN,
                                Known.THEN)));
    }

    private static Stream<Row> orders() {
        return Stream.of(
                Row.of(
                        11,
                        new CreateOrder(
                                Known.ANNA,
                                Known.OFFER,
                                Known.CREDITS,
                                Known.MAIL,
                                Known.PHONE,
                                Known.THEN,
                                Notification.SENT,
                                Known.OLGA),
                        "POST /orders",
                        """
                        {"paymentCreditsId":"%s","offerId":"%s","personId":"%s","email":"anna@example.org",
                         "phone":"+12025550143","transactionDate":"2026-01-13T08:20:37.508Z","isNotifyAccount":"true",
                         "managerId":"%s"}""".formatted(Known.CREDITS, Known.OFFER, Known.ANNA, Known.OLGA),
                        new Order(
                                Known.ORDER,
                                null,
                                "Course",
                                null,
                                new BigDecimal("1990.50"),
                                "UAH",
                                "OPENED",
                                null,
                                Known.THEN,
                                Known.THEN)),
                Row.of(
                        14,
                        new ChangeOrder(
                                Known.ORDER,
                                "RESOLVED",
                                Instant.parse("2026-01-14T09:05:59.999Z"),
                                "USD",
                                new BigDecimal("1E+2"),
                                "paid in cash"),
                        "POST /orders/" + Known.ORDER,
                        """
                        {"status":"RESOLVED","paymentDate":"2026-01-14 09:05","currency":"USD","price":"100",
                         "userComments":"paid in cash"}""",
                        new Accepted()));
    }

    private static Stream<Row> people() {
        return Stream.of(
                Row.of(
                        16,
                        new CreatePerson("Anna Sample", null, Known.PHONE, Known.TOOL, List.of(Known.OLGA)),
                        "POST /people",
                        """
                        {"name":"Anna Sample","phone":"+12025550143","leadgentool_id":"%s","connected_users_ids":["%s"]}
                        """.formatted(Known.TOOL, Known.OLGA),
                        new CreatedPerson(
                                "64a000000000000000001603",
                                "64a000000000000000001604",
                                "Anna Sample",
                                null,
                                Known.PHONE,
                                Known.THEN)),
                Row.of(
                        17,
                        new ChangePerson(
                                Known.ANNA,
                                Known.OTHER_PHONE,
                                Known.MAIL,
                                List.of(new CustomField("STRING", "City", "Kyiv"))),
                        "PUT /people/" + Known.ANNA,
                        """
                        {"phone":"+12025550144","email":"anna@example.org",
                         "custom_fields":[{"type":"STRING","name":"City","value":"Kyiv"}]}""",
                        new Accepted()),
                Row.of(
                        19,
                        new ImportPeople(
                                List.of(
                                        new ImportedPerson("Anna Sample", Known.MAIL, Known.PHONE),
                                        new ImportedPerson("Пётр Пример", null, Known.OTHER_PHONE)),
                                Known.CONNECTION,
                                Known.TOOL,
                                List.of(Known.TAG)),
                        "POST /people/sms",
                        """
                        {"data":[{"name":"Anna Sample","email":"anna@example.org","phone":"+12025550143"},
                                 {"name":"Пётр Пример","phone":"+12025550144"}],
                         "connection_id":"%s","leadgentool_id":"%s","tags":["%s"]}""".formatted(Known.CONNECTION, Known.TOOL, Known.TAG),
                        new SmsImport(2)),
                Row.of(
                        20,
                        new AddComment(Known.ANNA, "Call back on Monday"),
                        "PUT /people/" + Known.ANNA + "/add-comment",
                        """
                        {"comment":"Call back on Monday"}""",
                        new Comment(
                                "64a000000000000000002001", "Call back on Monday", Known.ANNA, Known.OLGA, Known.THEN)),
                Row.of(
                        21,
                        new AddTag(Known.ANNA, Known.TAG),
                        "PUT /people/" + Known.ANNA + "/add-tag",
                        """
                        {"tag_id":"%s"}""".formatted(Known.TAG),
                        new Accepted()),
                Row.of(
                        22,
                        new RemoveTag(Known.ANNA, Known.TAG),
                        "PUT /people/" + Known.ANNA + "/remove-tag",
                        """
                        {"tag_id":"%s"}""".formatted(Known.TAG),
                        new Accepted()));
    }

    private static Stream<Row> calls() {
        return Stream.of(Row.of(
                30,
                new RecordCall(
                        Known.OLGA,
                        Known.CHANNEL,
                        Known.PHONE,
                        Known.OTHER_PHONE,
                        Known.THEN,
                        null,
                        "SUCCESS",
                        63,
                        "OUTBOUND"),
                "POST /calls",
                """
                {"user_id":"%s","from":"+12025550143","to":"+12025550144","date":"2026-01-13T08:20:37.508Z",
                 "account_id":"%s","record_link":"NOT_DEFINED","status":"SUCCESS","duration":63,"type":"OUTBOUND"}""".formatted(Known.OLGA, Known.CHANNEL),
                new Call(
                        "64a000000000000000003001",
                        "3f2c1a9e-0000-4000-8000-000000000030",
                        Known.OLGA,
                        Known.CHANNEL,
                        Known.PHONE,
                        Known.OTHER_PHONE,
                        "OUTBOUND",
                        "SUCCESS",
                        63,
                        null,
                        Known.THEN)));
    }
}
