package io.leeloogateway.operations;

import io.leeloogateway.cache.PersonLinks;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What the ledger's rows tell of people. */
@Repository
class OperationEraser {

    private static final JsonMapper JSON = new JsonMapper();

    /** Of a phone's digits or an e-mail: shorter ones stand in what tells of others. */
    private static final int SHORTEST = 7;

    private final JdbcClient database;

    OperationEraser(JdbcClient database) {
        this.database = database;
    }

    /** With the orders that were made for the person, and the channel that was made with it. */
    PersonLinks tiesOf(PersonLinks known) {
        var orders = new HashSet<String>();
        var channels = new HashSet<String>();
        database.sql("select change, made_id, answer from operations where coalesce(target_id, made_id) = :person")
                .param("person", known.personId())
                .query(row -> {
                    switch (row.getString("change")) {
                        case "CreateOrder" ->
                            Stream.ofNullable(row.getString("made_id")).forEach(orders::add);
                        case "CreatePerson" ->
                            Stream.ofNullable(row.getString("answer"))
                                    .forEach(answer -> JSON.readTree(answer)
                                            .at("/value/channelId")
                                            .stringValueOpt()
                                            .ifPresent(channels::add));
                        default -> {}
                    }
                });
        return known.and(channels, orders);
    }

    /**
     * What was asked and answered about these, or with one of these phones and e-mails; a rejection tells of nobody. Who repeats a change
     * learns that it was applied and no more; one whose outcome is open is not looked for any more.
     */
    void forget(Set<String> ids, List<String> phones, List<String> emails) {
        var contacts = Stream.concat(
                        phones.stream().map(phone -> phone.replaceAll("\\D", "")),
                        emails.stream().map(email -> email.toLowerCase(Locale.ROOT)))
                .filter(contact -> contact.length() >= SHORTEST)
                .distinct();
        database.sql("""
                        update operations set answer = case when outcome = 'rejected' then answer end, request = null, next_look_at = null,
                            evidence = null, history = (select coalesce(jsonb_agg(step - 'evidence' order by nr), '[]')
                                from jsonb_array_elements(history) with ordinality as steps (step, nr))
                        where id in (select id from operations where coalesce(target_id, made_id) = any(:ids)
                            or fingerprint is not null and exists (
                                select from (values (lower(request)), (lower(answer)), (%s), (%s)) as told (text), unnest(:contacts) as contact
                                where strpos(told.text, contact) > 0)
                            order by id for update)""".formatted(digits("request"), digits("answer")))
                .param("ids", array(ids))
                .param("contacts", array(contacts.toList()))
                .update();
    }

    /** Of a phone in any spelling, each still within its quotes. */
    private static String digits(String json) {
        return "regexp_replace(" + json + ", '[^0-9\",:{}\\[\\]]', '', 'g')";
    }

    private static String[] array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }
}
