package io.leeloogateway.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How a person looks in lists and in detail: createdAt in the one, created_at in the other. */
final class PersonJson {

    private static final String NOT_DEFINED = "NOT_DEFINED";

    private PersonJson() {}

    static ObjectNode row(Person person) {
        var row = Json.named(person.id, person.name)
                .put("email", orNotDefined(person.email))
                .put("phone", orNotDefined(person.phone));
        row.set("tags", Json.texts(person.tagNames()));
        row.set("accounts", Json.array(person.channels, Channel::account));
        return row.put("lastMessageTime", Dates.optional(person.lastMessageAt().orElse(null)))
                .put("createdAt", Dates.wire(person.createdAt));
    }

    static ObjectNode detail(Person person, Company company) {
        var detail = Json.named(person.id, person.name);
        detail.set("tags", Json.texts(person.tagNames()));
        detail.put("profileImage", orNotDefined(person.profileImage))
                .put("gender", person.gender)
                .put("phone", orNotDefined(person.phone))
                .put("email", orNotDefined(person.email))
                .put("locale", person.locale);
        detail.set("accounts", Json.array(person.channels, Channel::account));
        detail.set("subscribeHistory", Json.array(person.subscriptions, Subscription::json));
        detail.set("links", links(person, company));
        detail.set("custom_fields", Json.array(person.customFields.values(), CustomField::json));
        return detail.put("created_at", Dates.wire(person.createdAt)).put("updated_at", Dates.wire(person.updatedAt));
    }

    /** The trap of POST /people: {@code id} is the channel, the person is {@code person_id}. */
    static ObjectNode created(Person person, Channel channel) {
        var created = Json.named(channel.id, person.name).put("person_id", person.id);
        created.set("tags", Json.texts(person.tagNames()));
        created.put("from", channel.from)
                .put("botStatus", "ACTIVE")
                .put("connectionStatus", "CONNECTED")
                .put("gender", person.gender)
                .put("phone", orNotDefined(person.phone))
                .put("email", orNotDefined(person.email))
                .put("locale", person.locale);
        created.set("subscribeHistory", Json.array(person.subscriptions, Subscription::json));
        return created.put("createdAt", Dates.wire(person.createdAt)).put("updatedAt", Dates.wire(person.updatedAt));
    }

    private static ObjectNode links(Person person, Company company) {
        var links = Json.object();
        links.set("contactedUsers", Json.array(person.contactedUsers, id -> Json.link("users", id)));
        links.set("orders", Json.array(company.ordersOf(person), order -> Json.link("orders", order.id)));
        return links;
    }

    private static String orNotDefined(@Nullable String text) {
        return text == null ? NOT_DEFINED : text;
    }
}
