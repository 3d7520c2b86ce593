package io.leeloogateway;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets copies be older than they are. */
public final class GrownOld {

    private GrownOld() {}

    public static void by(Duration time, JdbcClient database) {
        for (var table : List.of("mirror_documents", "order_mirrors", "person_mirrors", "tag_mirrors")) {
            database.sql("update %s set fetched_at = fetched_at - make_interval(secs => ?)".formatted(table))
                    .param(time.toSeconds())
                    .update();
        }
        database.sql("update person_mirrors set row_at = row_at - make_interval(secs => ?)")
                .param(time.toSeconds())
                .update();
    }
}
