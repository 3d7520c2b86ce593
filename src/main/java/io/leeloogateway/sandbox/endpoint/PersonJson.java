package io.leeloogateway.sandbox.endpoint;

import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.LeelooDates;
import io.leeloogateway.sandbox.state.Channel;
import io.leeloogateway.sandbox.state.CustomField;
import io.leeloogateway.sandbox.state.Person;
import io.leeloogateway.sandbox.state.SandboxState;
import io.leeloogateway.sandbox.state.Subscription;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Renders a person for lists and for a single read: createdAt in lists, created_at in a single read. */
public final class PersonJson {

    private static final String NOT_DEFINED = "NOT_DEFINED";

    private PersonJson() {}

    static ObjectNode row(Person person) {
        var row = JsonBuilder.named(person.id, person.name)
                .put("email", orNotDefined(person.email))
                .put("phone", orNotDefined(person.phone));
        row.set("tags", JsonBuilder.texts(person.tagNames()));
        row.set("accounts", JsonBuilder.array(person.channels, Channel::account));
        return row.put(
                        "lastMessageTime",
                        LeelooDates.formatNullable(person.lastMessageAt().orElse(null)))
                .put("createdAt", LeelooDates.format(person.createdAt));
    }

    public static ObjectNode detail(Person person, SandboxState state) {
        var detail = JsonBuilder.named(person.id, person.name);
        detail.set("tags", JsonBuilder.texts(person.tagNames()));
        detail.put("profileImage", orNotDefined(person.profileImage))
                .put("gender", person.gender)
                .put("phone", orNotDefined(person.phone))
                .put("email", orNotDefined(person.email))
                .put("locale", person.locale);
        detail.set("accounts", JsonBuilder.array(person.channels, Channel::account));
        detail.set("subscribeHistory", JsonBuilder.array(person.subscriptions, Subscription::json));
        detail.set("links", links(person, state));
        detail.set("custom_fields", JsonBuilder.array(person.customFields.values(), CustomField::json));
        return detail.put("created_at", LeelooDates.format(person.createdAt))
                .put("updated_at", LeelooDates.format(person.updatedAt));
    }

    /** Leeloo's response to POST /people: {@code id} is the channel, {@code person_id} is the person. */
    static ObjectNode created(Person person, Channel channel) {
        var created = JsonBuilder.named(channel.id, person.name).put("person_id", person.id);
        created.set("tags", JsonBuilder.texts(person.tagNames()));
        created.put("from", channel.from)
                .put("botStatus", "ACTIVE")
                .put("connectionStatus", "CONNECTED")
                .put("gender", person.gender)
                .put("phone", orNotDefined(person.phone))
                .put("email", orNotDefined(person.email))
                .put("locale", person.locale);
        created.set("subscribeHistory", JsonBuilder.array(person.subscriptions, Subscription::json));
        return created.put("createdAt", LeelooDates.format(person.createdAt))
                .put("updatedAt", LeelooDates.format(person.updatedAt));
    }

    private static ObjectNode links(Person person, SandboxState state) {
        var links = JsonBuilder.object();
        links.set("contactedUsers", JsonBuilder.array(person.contactedUsers, id -> JsonBuilder.link("users", id)));
        links.set("orders", JsonBuilder.array(state.ordersOf(person), order -> JsonBuilder.link("orders", order.id)));
        return links;
    }

    private static String orNotDefined(@Nullable String text) {
        return text == null ? NOT_DEFINED : text;
    }
}
