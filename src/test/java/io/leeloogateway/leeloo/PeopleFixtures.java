package io.leeloogateway.leeloo;

import java.math.BigDecimal;
import java.util.List;

/** The people of the recorded samples. */
final class PeopleFixtures {

    private static final PersonChannel TELEGRAM =
            new PersonChannel(Known.CHANNEL, Known.CONNECTION, "ACTIVE", "TELEGRAM");
    static final User OLGA = new User(Known.OLGA, "Olga Operator", Known.THEN, Known.THEN);

    static final Person BARE = new Person(
            Known.ANNA,
            "Anna Sample",
            null,
            null,
            "NO_DATA",
            null,
            null,
            List.of(),
            List.of(TELEGRAM),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Known.THEN,
            Known.THEN);

    static final Person FULL = new Person(
            Known.ANNA,
            "Anna Sample",
            Known.MAIL,
            Known.PHONE,
            "FEMALE",
            "uk_UA",
            "https://example.org/anna.png",
            List.of("vip", "new"),
            List.of(TELEGRAM, new PersonChannel("64a000000000000000000604", null, null, "MANUAL")),
            List.of(
                    new CustomField("PHONE", "Second phone", Known.OTHER_PHONE),
                    new CustomField("STRING", "City", null)),
            List.of(
                    new Subscription(
                            Known.TUNNEL, "Spring", Known.TOOL, "Landing", Known.SOURCE, "Newsletter", Known.CHANNEL),
                    new Subscription("64a000000000000000002402", "Autumn", null, null, null, null, null)),
            List.of(Known.ORDER),
            List.of(Known.OLGA),
            List.of(new Order(
                    Known.ORDER,
                    null,
                    "Course",
                    null,
                    new BigDecimal("1990.50"),
                    "UAH",
                    "OPENED",
                    null,
                    null,
                    Known.THEN)),
            List.of(OLGA),
            Known.LONG_AGO,
            Known.THEN);

    static final List<PersonRow> ROWS = List.of(
            new PersonRow(
                    Known.ANNA,
                    "Anna Sample",
                    Known.MAIL,
                    Known.PHONE,
                    List.of("vip", "new"),
                    List.of(TELEGRAM),
                    Known.THEN,
                    Known.LONG_AGO),
            new PersonRow(
                    "64a000000000000000001802", "Пётр Пример", null, null, List.of(), List.of(), null, Known.THEN),
            new PersonRow(
                    "64a000000000000000001803",
                    null,
                    null,
                    Known.PHONE,
                    List.of("vip"),
                    List.of(new PersonChannel("64a000000000000000000603", null, null, "PIGEON_POST")),
                    null,
                    Known.THEN));

    private PeopleFixtures() {}
}
