package io.leeloogateway.operations;

import io.leeloogateway.cache.PersonLinks;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Finds a person's data in operations and erases it. */
@Repository
class OperationEraser {

    static final String FIND = """
            with known as (
                select id from operations where coalesce(target_id, created_id) = any(:ids)
                union
                select operations.id from unnest(:contacts) as contact join operations on contacts is not null
                    and operation_contact_sequences(contacts) @> operation_contact_sequences(contact) and strpos(contacts, contact) > 0
                union
                select operations.id from operations where contacts is not null and operation_contact_sequences(contacts) @> '{*}'
                    and exists (select from unnest(:contacts) as contact where strpos(contacts, contact) > 0))
            select id from known join operations using (id)
            where request is not null or response is not null and outcome <> 'rejected'
                or next_reconciliation_at is not null or evidence is not null or jsonb_path_exists(history, '$[*].evidence')
            order by id""";

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;

    OperationEraser(JdbcClient database) {
        this.database = database;
    }

    /** Adds the orders that operations created for the person, and the channel that was created with the person. */
    PersonLinks addLinks(PersonLinks known) {
        var orders = new HashSet<String>();
        var channels = new HashSet<String>();
        database.sql("""
                        select change, created_id, response from operations
                        where coalesce(target_id, created_id) = :person and (change = 'CreateOrder' and created_id is not null
                            or change = 'CreatePerson' and response is not null)""").param("person", known.personId()).query(row -> {
            if (row.getString("change").equals("CreateOrder")) {
                orders.add(row.getString("created_id"));
            } else {
                channelId(row.getString("response")).forEach(channels::add);
            }
        });
        return known.and(channels, orders);
    }

    /**
     * Finds operations on these ids, or with one of these contacts, that have something to erase. The response of a rejection has no
     * personal data and stays.
     */
    List<UUID> find(Set<String> ids, Collection<String> contacts) {
        return database.sql(FIND)
                .param("ids", ids.toArray(String[]::new))
                .param("contacts", contacts.toArray(String[]::new))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Deletes requests, responses and evidence, also those to come. Unknown operations are not reconciled any more. */
    void erase(Collection<UUID> ids) {
        database.sql("""
                        update operations set response = case when outcome = 'rejected' then response end, request = null,
                            next_reconciliation_at = null, evidence = null, erased = true,
                            history = (select coalesce(jsonb_agg(step - 'evidence' order by nr), '[]')
                                from jsonb_array_elements(history) with ordinality as steps (step, nr))
                        where id in (select id from operations where id = any(:ids) order by id for update)""").param("ids", ids.toArray(UUID[]::new)).update();
    }

    private static Stream<String> channelId(String response) {
        var value = JSON.readTree(response).path("value");
        var leelooBody = value.path("leelooBody").stringValueOpt().map(JSON::readTree);
        return Stream.of(Optional.of(value.path("channelId")), leelooBody.map(body -> body.at("/data/id")))
                .flatMap(Optional::stream)
                .flatMap(id -> id.stringValueOpt().stream());
    }
}
