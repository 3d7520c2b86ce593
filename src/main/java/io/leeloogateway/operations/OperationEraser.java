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

/** Erases a person's data from operations. */
@Repository
class OperationEraser {

    private static final JsonMapper JSON = new JsonMapper();

    /** Shorter digits of a phone, or a shorter e-mail, would also match other people's data. */
    private static final int MIN_CONTACT_LENGTH = 7;

    private final JdbcClient database;

    OperationEraser(JdbcClient database) {
        this.database = database;
    }

    /** Adds the orders that operations created for the person, and the channel that was created with the person. */
    PersonLinks addLinks(PersonLinks known) {
        var orders = new HashSet<String>();
        var channels = new HashSet<String>();
        database.sql(
                        "select change, created_id, response from operations where coalesce(target_id, created_id) = :person")
                .param("person", known.personId())
                .query(row -> {
                    switch (row.getString("change")) {
                        case "CreateOrder" ->
                            Stream.ofNullable(row.getString("created_id")).forEach(orders::add);
                        case "CreatePerson" ->
                            Stream.ofNullable(row.getString("response"))
                                    .forEach(response -> JSON.readTree(response)
                                            .at("/value/channelId")
                                            .stringValueOpt()
                                            .ifPresent(channels::add));
                        default -> {}
                    }
                });
        return known.and(channels, orders);
    }

    /**
     * Deletes requests, responses and evidence of operations on these ids, or with one of these phones and e-mails in their text. The
     * response of a rejection has no personal data and stays. Unknown operations are not reconciled any more.
     */
    void erase(Set<String> ids, List<String> phones, List<String> emails) {
        var contacts = Stream.concat(
                        phones.stream().map(phone -> phone.replaceAll("\\D", "")),
                        emails.stream().map(email -> email.toLowerCase(Locale.ROOT)))
                .filter(contact -> contact.length() >= MIN_CONTACT_LENGTH)
                .distinct();
        database.sql("""
                        update operations set response = case when outcome = 'rejected' then response end, request = null,
                            next_reconciliation_at = null, evidence = null,
                            history = (select coalesce(jsonb_agg(step - 'evidence' order by nr), '[]')
                                from jsonb_array_elements(history) with ordinality as steps (step, nr))
                        where id in (select id from operations where coalesce(target_id, created_id) = any(:ids)
                            or fingerprint is not null and exists (
                                select from (values (lower(request)), (lower(response)), (%s), (%s)) as stored (text),
                                    unnest(:contacts) as contact
                                where strpos(stored.text, contact) > 0)
                            order by id for update)""".formatted(digits("request"), digits("response")))
                .param("ids", array(ids))
                .param("contacts", array(contacts.toList()))
                .update();
    }

    /** SQL that reduces phones in any spelling to digits and keeps JSON's punctuation, so that no match spans two values. */
    private static String digits(String json) {
        return "regexp_replace(" + json + ", '[^0-9\",:{}\\[\\]]', '', 'g')";
    }

    private static String[] array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }
}
