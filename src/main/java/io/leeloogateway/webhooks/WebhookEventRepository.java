package io.leeloogateway.webhooks;

import io.leeloogateway.cache.PersonErased;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of events. */
@Repository
class WebhookEventRepository {

    /** The bodies whose ids are noted are not read. */
    static final String ERASE_BY_ID = """
            delete from webhook_events
            where order_id = any (:orders) or channel_id = any (:channels) or mentioned_ids && :ids::text[]""";

    private static final int BATCH = 500;

    private final JdbcClient database;

    WebhookEventRepository(JdbcClient database) {
        this.database = database;
    }

    /** Returns false if the same event is kept already. */
    boolean insert(WebhookEvent event, byte[] body) {
        return database.sql("""
                        insert into webhook_events (id, digest, type, body, order_id, channel_id, mentioned_ids, next_try_at)
                        values (:id, :digest, :type, :body, :order, :channel, :mentioned, case when :hint then clock_timestamp() end)
                        on conflict (digest) do nothing""")
                        .param("id", event.id())
                        .param("digest", digest(body))
                        .param("type", event.type())
                        .param("body", body)
                        .param("order", event.orderId())
                        .param("channel", event.channelId())
                        .param("mentioned", array(event.mentionedIds()))
                        .param("hint", event.isHint())
                        .update()
                == 1;
    }

    /**
     * Returns whether the same event is kept already. Leeloo's sales have no id of their own, so it can be another one: what it mentions is
     * fetched again, also if it is being fetched. A read that failed stays as late as it is.
     */
    boolean repeat(byte[] body) {
        return database.sql("""
                        with fetched_again as (
                            update webhook_events set next_try_at = clock_timestamp(), attempts = 0
                            where digest = :digest and coalesce(next_try_at <= clock_timestamp(), true)
                                and (order_id is not null or channel_id is not null))
                        select exists (select from webhook_events where digest = :digest)""")
                .param("digest", digest(body))
                .query(Boolean.class)
                .single();
    }

    /** The events whose time has come, oldest first. */
    List<PendingEvent> findDue(int limit) {
        return database.sql("""
                        select id, order_id, channel_id, attempts, next_try_at from webhook_events
                        where next_try_at <= clock_timestamp() order by next_try_at limit ?""")
                .param(limit)
                .query((row, _) -> new PendingEvent(
                        row.getObject("id", UUID.class),
                        row.getString("order_id"),
                        row.getString("channel_id"),
                        row.getInt("attempts"),
                        row.getTimestamp("next_try_at").toInstant()))
                .list();
    }

    /** False if it was erased or handled since it was found. */
    boolean isPending(PendingEvent event) {
        return database.sql("select exists (select from webhook_events where id = :id and next_try_at is not null)")
                .param("id", event.id())
                .query(Boolean.class)
                .single();
    }

    /** Unless the event came again since. */
    void complete(PendingEvent event) {
        database.sql("update webhook_events set next_try_at = null where id = :id and next_try_at = :due")
                .param("id", event.id())
                .param("due", Timestamp.from(event.dueAt()))
                .update();
    }

    /** Unless the event came again since. */
    void tryLater(PendingEvent event, Duration delay) {
        database.sql("""
                        update webhook_events set attempts = attempts + 1,
                            next_try_at = clock_timestamp() + make_interval(secs => :seconds)
                        where id = :id and next_try_at = :due""")
                .param("seconds", delay.toSeconds())
                .param("id", event.id())
                .param("due", Timestamp.from(event.dueAt()))
                .update();
    }

    int deleteBefore(Instant end) {
        var deleted = 0;
        for (var last = BATCH; last == BATCH; deleted += last) {
            last = database.sql("""
                            delete from webhook_events where id in (
                                select id from webhook_events where received_at < :end limit :batch for update skip locked)""")
                    .param("end", Timestamp.from(end))
                    .param("batch", BATCH)
                    .update();
        }
        return deleted;
    }

    /** Also events that name the person's channels or orders in a way that is not understood: their bodies contain the ids. */
    @EventListener
    void erase(PersonErased erased) {
        var links = erased.links();
        database.sql(ERASE_BY_ID)
                .param("orders", array(links.orderIds()))
                .param("channels", array(links.channelIds()))
                .param("ids", array(links.ids()))
                .update();
        eraseByBody("mentioned_ids is null and", links.ids());
        var unusual =
                links.ids().stream().filter(id -> !MentionedIds.isFound(id)).toList();
        if (!unusual.isEmpty()) {
            eraseByBody("", unusual);
        }
    }

    private void eraseByBody(String condition, Collection<String> ids) {
        database.sql("""
                        delete from webhook_events where %s
                            exists (select from unnest(:ids::text[] || :capitals::text[]) as subject (id) where position(convert_to(subject.id, 'UTF8') in body) > 0)""".formatted(condition))
                .param("ids", array(ids))
                .param(
                        "capitals",
                        array(ids.stream()
                                .map(id -> id.toUpperCase(Locale.ROOT))
                                .toList()))
                .update();
    }

    private static String @Nullable [] array(@Nullable Collection<String> ids) {
        return ids == null ? null : ids.toArray(String[]::new);
    }

    private static byte[] digest(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
