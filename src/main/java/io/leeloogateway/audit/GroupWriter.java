package io.leeloogateway.audit;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Commits groups of events, each in one statement. */
@Component
class GroupWriter {

    private static final Logger log = LoggerFactory.getLogger(GroupWriter.class);

    private final JdbcClient database;
    private final Events events;

    GroupWriter(@Qualifier(DiaryDatabase.NAME) HikariDataSource database, Events events) {
        this.database = JdbcClient.create(database);
        this.events = events;
    }

    /** False is to be tried again: the database may be away. */
    boolean isCommitted(List<Waiting> group) {
        try {
            events.append(database, group.stream().map(Waiting::event).toList());
            group.forEach(entry -> entry.committed().complete(true));
            return true;
        } catch (DataIntegrityViolationException e) {
            return isDivided(group, e);
        } catch (DataAccessException e) {
            log.warn("{} entries of the diary wait, the database does not take them: {}", group.size(), e.getMessage());
            return false;
        }
    }

    /** What the database never takes must not hold up the rest. */
    private boolean isDivided(List<Waiting> group, DataIntegrityViolationException failure) {
        if (group.size() > 1) {
            return group.stream().allMatch(entry -> entry.committed().isDone() || isCommitted(List.of(entry)));
        }
        var entry = group.getFirst();
        log.error(
                "the entry of request {} is nothing that the database takes",
                entry.event().who().requestId(),
                failure);
        entry.committed().completeExceptionally(failure);
        return true;
    }
}
