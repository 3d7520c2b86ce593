package io.leeloogateway.people;

import io.leeloogateway.leeloo.CopyKey;
import io.leeloogateway.leeloo.CopyKind;
import io.leeloogateway.leeloo.FindPersonOfChannel;
import io.leeloogateway.leeloo.Person;
import io.leeloogateway.leeloo.PersonRow;
import io.leeloogateway.mirror.Belongings;
import io.leeloogateway.mirror.CopyTable;
import io.leeloogateway.mirror.Erased;
import io.leeloogateway.mirror.Kept;
import io.leeloogateway.mirror.Relations;
import io.leeloogateway.mirror.Ties;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The copies of people, and what can be looked up in them. */
@Repository
class PersonMirrors implements CopyTable, Relations, Belongings {

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

    /** Once the channel's own copy is over, the person's answers, which only the person's own changes end. */
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
        return database.sql("select phone, email from person_mirrors where id = :id")
                .param("id", personId)
                .query((row, _) -> new Card(
                        Stream.ofNullable(row.getString("phone")).toList(),
                        Stream.ofNullable(row.getString("email")).toList()))
                .optional()
                .orElse(Card.EMPTY);
    }

    @Override
    public Ties tiesOf(String personId) {
        var nothing = new Ties(personId, Set.of(), Set.of());
        return database.sql("select channel_ids, order_ids from person_mirrors where id = :id")
                .param("id", personId)
                .query((row, _) -> nothing.and(ids(row, "channel_ids"), ids(row, "order_ids")))
                .optional()
                .orElse(nothing);
    }

    @EventListener
    void erase(Erased erased) {
        database.sql("delete from person_mirrors where id = :id")
                .param("id", erased.ties().personId())
                .update();
    }

    @Override
    public Optional<String> ownerOf(String channelId) {
        return database.sql("select id from person_mirrors where channel_ids @> array[:channel::text] limit 1")
                .param("channel", channelId)
                .query((row, _) -> row.getString("id"))
                .optional();
    }

    /** A person shows its orders and how it came into tunnels. Where no copy says who that is, any who is asked for now may be. */
    @Override
    public Set<String> endingWith(Set<String> touched, JdbcClient ledger) {
        var orders = CopyKey.ids(CopyKind.ORDER, touched);
        var channels = CopyKey.ids(CopyKind.CHANNEL_PERSON, touched);
        if (orders.isEmpty() && channels.isEmpty()) {
            return Set.of();
        }
        return ledger.sql("""
                        with people as (
                            select 'PERSON ' || id as scope from person_mirrors
                            where order_ids && :orders::text[] or channel_ids && :channels::text[])
                        select scope from people
                        union
                        select id from mirror_loads where id like 'PERSON %' and not exists (select from people)""")
                .param("orders", orders.toArray(String[]::new))
                .param("channels", channels.toArray(String[]::new))
                .query((row, _) -> row.getString("scope"))
                .set();
    }

    private static Set<String> ids(ResultSet row, String column) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) row.getArray(column).getArray()));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
