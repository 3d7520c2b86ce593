package io.leeloogateway.people;

import io.leeloogateway.leeloo.Change;
import io.leeloogateway.leeloo.ChangeOrder;
import io.leeloogateway.leeloo.CopyKey;
import io.leeloogateway.leeloo.CopyKind;
import io.leeloogateway.leeloo.FindPersonOfChannel;
import io.leeloogateway.leeloo.Person;
import io.leeloogateway.leeloo.PersonRow;
import io.leeloogateway.leeloo.Subscribe;
import io.leeloogateway.mirror.CopyTable;
import io.leeloogateway.mirror.Erased;
import io.leeloogateway.mirror.Kept;
import io.leeloogateway.mirror.Relations;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The copies of people, and what can be looked up in them. */
@Repository
class PersonMirrors implements CopyTable, Relations {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;

    PersonMirrors(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "person_mirrors";
    }

    @Override
    public CopyKind kind() {
        return CopyKind.PERSON;
    }

    @Override
    public Map<String, @Nullable Object> columns(Object answer) {
        var person = (Person) answer;
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("name", person.name());
        columns.put("phone", LookUps.phone(person.phone()));
        columns.put("email", LookUps.email(person.email()));
        columns.put("tags", person.tags().toArray(String[]::new));
        columns.put("channel_ids", LookUps.channelIds(person.channels()));
        columns.put("order_ids", person.orderIds().toArray(String[]::new));
        columns.put("created_at", timestamp(person.createdAt()));
        columns.put("updated_at", timestamp(person.updatedAt()));
        return columns;
    }

    @Override
    public Set<String> toldColumns() {
        return Set.of("row_at", "told_at");
    }

    @Override
    public Optional<CopyKind> lists() {
        return Optional.of(CopyKind.PEOPLE_LIST);
    }

    @Override
    public Set<String> rowColumns() {
        return Set.of("name", "phone", "email", "tags", "channel_ids", "created_at");
    }

    @Override
    public Object freshen(Object answer, String row) {
        return ((Person) answer).with(JSON.readValue(row, PersonRow.class));
    }

    /** From then on the person's own copy answers, which only the person's own changes end. */
    @EventListener
    void learnOwner(Kept kept) {
        if (kept.query() instanceof FindPersonOfChannel) {
            var person = (Person) kept.answer();
            database.sql("""
                            insert into person_mirrors (id, channel_ids) values (:id, :channels)
                            on conflict (id) do update set channel_ids = excluded.channel_ids, told_at = clock_timestamp()
                            where person_mirrors.fetched_at is null""")
                    .param("id", person.id())
                    .param("channels", LookUps.channelIds(person.channels()))
                    .update();
        }
    }

    /** How the person can be reached; digits and lower case do for pseudonyms. */
    Card cardOf(String personId) {
        return database.sql("select phone, email, channel_ids from person_mirrors where id = :id")
                .param("id", personId)
                .query((row, _) -> new Card(
                        Stream.ofNullable(row.getString("phone")).toList(),
                        Stream.ofNullable(row.getString("email")).toList(),
                        List.of((String[]) row.getArray("channel_ids").getArray())))
                .optional()
                .orElse(Card.EMPTY);
    }

    @EventListener
    void erase(Erased erased) {
        database.sql("delete from person_mirrors where id = :id")
                .param("id", erased.personId())
                .update();
    }

    /** Whose channel it is, as far as copies know. */
    Optional<String> ownerOf(String channelId) {
        return idsWhere("channel_ids @> array[:value::text]", channelId).stream()
                .findFirst();
    }

    /** A person shows its orders and how it came into tunnels. */
    @Override
    public Set<String> touchedBesides(Change<?> change) {
        var people =
                switch (change) {
                    case ChangeOrder order -> idsWhere("order_ids @> array[:value::text]", order.orderId());
                    case Subscribe subscribe -> idsWhere("channel_ids @> array[:value::text]", subscribe.channelId());
                    default -> List.<String>of();
                };
        return people.stream().map(id -> CopyKey.scope(CopyKind.PERSON, id)).collect(Collectors.toSet());
    }

    private List<String> idsWhere(String condition, String value) {
        return database.sql("select id from person_mirrors where " + condition)
                .param("value", value)
                .query((row, _) -> row.getString("id"))
                .list();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
