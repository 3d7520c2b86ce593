package io.leeloogateway.operations;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers that are kept for who asks again with the same key. */
@Component("operationAnswers")
public class Answers {

    private final JdbcClient database;

    Answers(JdbcClient database) {
        this.database = database;
    }

    /** Deletes those that tell of a thing, in the transaction of the caller; who asks again learns that it was applied, and no more. */
    public void forget(String targetId) {
        database.sql(
                        "update operations set answer = null where coalesce(target_id, made_id) = :target and answer is not null")
                .param("target", targetId)
                .update();
    }
}
