package io.leeloogateway.mirror;

import io.leeloogateway.leeloo.ChangePerson;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes what copies tell of a person. */
@Component
public class Erasure {

    private final Mirror mirror;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    Erasure(Mirror mirror, JdbcClient database, ApplicationEventPublisher events) {
        this.mirror = mirror;
        this.database = database;
        this.events = events;
    }

    /** In the transaction of the caller; loads that are under way store nothing any more. The channels are the person's. */
    public void erase(String personId, List<String> channelIds) {
        mirror.end(new ChangePerson(personId, null, null, null).touched(), database);
        delete(personId);
        channelIds.forEach(this::delete);
        events.publishEvent(new Erased(personId));
    }

    /** Lists and chats that name it. */
    private void delete(String id) {
        database.sql("""
                        delete from mirror_documents
                        where strpos(id, :id) > 0 or position(convert_to(:id, 'UTF8') in document) > 0""").param("id", id).update();
    }
}
