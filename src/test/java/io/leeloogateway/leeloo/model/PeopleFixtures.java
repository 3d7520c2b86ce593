package io.leeloogateway.leeloo.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** The people in the recorded responses. */
public final class PeopleFixtures {

    private static final PersonChannel TELEGRAM =
            new PersonChannel(SampleIds.CHANNEL, SampleIds.CONNECTION, "ACTIVE", "TELEGRAM");
    public static final User OLGA = new User(SampleIds.OLGA, "Olga Operator", SampleIds.THEN, SampleIds.THEN);

    public static final Person BARE = new Person(
            SampleIds.ANNA,
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
            SampleIds.THEN,
            SampleIds.THEN);

    public static final Person FULL = new Person(
            SampleIds.ANNA,
            "Anna Sample",
            SampleIds.MAIL,
            SampleIds.PHONE,
            "FEMALE",
            "uk_UA",
            "https://example.org/anna.png",
            List.of("vip", "new"),
            List.of(TELEGRAM, new PersonChannel("64a000000000000000000604", null, null, "MANUAL")),
            List.of(
                    new CustomField("PHONE", "Second phone", SampleIds.OTHER_PHONE),
                    new CustomField("STRING", "City", null)),
            List.of(
                    new Subscription(
                            SampleIds.TUNNEL,
                            "Spring",
                            SampleIds.TOOL,
                            "Landing",
                            SampleIds.SOURCE,
                            "Newsletter",
                            SampleIds.CHANNEL),
                    new Subscription("64a000000000000000002402", "Autumn", null, null, null, null, null)),
            List.of(SampleIds.ORDER),
            List.of(SampleIds.OLGA),
            List.of(new Order(
                    SampleIds.ORDER,
                    null,
                    "Course",
                    null,
                    new BigDecimal("1990.50"),
                    "UAH",
                    "OPENED",
                    null,
                    null,
                    SampleIds.THEN)),
            List.of(OLGA),
            SampleIds.LONG_AGO,
            SampleIds.THEN);

    public static final List<PersonRow> ROWS = List.of(
            new PersonRow(
                    SampleIds.ANNA,
                    "Anna Sample",
                    SampleIds.MAIL,
                    SampleIds.PHONE,
                    List.of("vip", "new"),
                    List.of(TELEGRAM),
                    SampleIds.THEN,
                    SampleIds.LONG_AGO,
                    PersonRow.ALL_FIELDS),
            new PersonRow(
                    "64a000000000000000001802",
                    "Пётр Пример",
                    null,
                    null,
                    List.of(),
                    List.of(),
                    null,
                    SampleIds.THEN,
                    Set.of(PersonRow.Field.EMAIL, PersonRow.Field.PHONE)),
            new PersonRow(
                    "64a000000000000000001803",
                    null,
                    null,
                    SampleIds.PHONE,
                    List.of("vip"),
                    List.of(new PersonChannel("64a000000000000000000603", null, null, "PIGEON_POST")),
                    null,
                    SampleIds.THEN,
                    PersonRow.ALL_FIELDS));

    private PeopleFixtures() {}
}
