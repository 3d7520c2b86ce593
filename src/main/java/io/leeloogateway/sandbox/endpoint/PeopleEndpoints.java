package io.leeloogateway.sandbox.endpoint;

import io.leeloogateway.sandbox.fault.FaultKind;
import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.LeelooDates;
import io.leeloogateway.sandbox.http.Reply;
import io.leeloogateway.sandbox.http.WireCall;
import io.leeloogateway.sandbox.state.CustomField;
import io.leeloogateway.sandbox.state.IdKind;
import io.leeloogateway.sandbox.state.Order;
import io.leeloogateway.sandbox.state.Person;
import io.leeloogateway.sandbox.state.SandboxState;
import io.leeloogateway.sandbox.state.Tag;
import io.leeloogateway.sandbox.state.User;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Leeloo endpoints 15, 17, 18 and 20 to 22. */
final class PeopleEndpoints {

    private PeopleEndpoints() {}

    static void addTo(EndpointTable endpoints) {
        endpoints.add("GET", "/people", PeopleEndpoints::list);
        endpoints.add("PUT", "/people/*", PeopleEndpoints::change);
        endpoints.add("GET", "/people/*", PeopleEndpoints::find);
        endpoints.add("PUT", "/people/*/add-comment", PeopleEndpoints::comment);
        endpoints.add("PUT", "/people/*/add-tag", PeopleEndpoints::addTag);
        endpoints.add("PUT", "/people/*/remove-tag", PeopleEndpoints::removeTag);
    }

    private static Reply list(SandboxState state, WireCall call) {
        var tags = new HashSet<>(call.filters("tags"));
        var phones = call.filters("phone");
        var emails = call.filters("email");
        var lastMessage = LastMessageFilter.of(call);
        var people = state.people.all().stream()
                .filter(it -> it.tagNames().containsAll(tags))
                .filter(it -> phones.isEmpty() || phones.contains(it.phone))
                .filter(it -> emails.isEmpty() || emails.contains(it.email))
                .filter(it -> lastMessage.matches(it.lastMessageAt().orElse(null)))
                .toList();
        return ListPage.of(
                call.hasFault(FaultKind.DUPLICATE_PHONES) ? atLeastTwo(people, state) : people, call, PersonJson::row);
    }

    /** A duplicate phone number needs a second person. */
    private static List<Person> atLeastTwo(List<Person> people, SandboxState state) {
        if (people.size() != 1) {
            return people;
        }
        var other = state.people.all().stream()
                .filter(it -> it != people.getFirst())
                .limit(1);
        return Stream.concat(people.stream(), other).toList();
    }

    private static Reply find(SandboxState state, WireCall call) {
        var person = state.people.get(call.id());
        var included = JsonBuilder.object();
        if (call.includes("contactedUsers")) {
            included.set("users", JsonBuilder.array(users(state, person.contactedUsers), User::json));
        }
        if (call.includes("orders")) {
            included.set("orders", JsonBuilder.array(state.ordersOf(person), Order::included));
        }
        return Reply.data(PersonJson.detail(person, state)).with("included", included);
    }

    private static Reply change(SandboxState state, WireCall call) {
        var person = state.people.get(call.id());
        var phone = call.body().phone();
        var email = call.body().email();
        var fields = call.body().objects("custom_fields").stream()
                .map(CustomField::of)
                .toList();
        person.phone = phone == null ? person.phone : phone;
        person.email = email == null ? person.email : email;
        fields.forEach(person::put);
        return updated(person, call);
    }

    private static Reply comment(SandboxState state, WireCall call) {
        var person = state.people.get(call.id());
        var text = call.body().require("comment").text("comment");
        updated(person, call);
        return Reply.data(JsonBuilder.object()
                .put("id", state.ids.nextId(IdKind.COMMENT))
                .put("text", text)
                .put("entity_id", person.id)
                .put("entity_type", "PERSON")
                .put("created_by", IdKind.USER.id(1))
                .put("company_id", IdKind.COMPANY.id(1))
                .put("created_at", LeelooDates.format(call.now()))
                .put("updated_at", LeelooDates.format(call.now())));
    }

    private static Reply addTag(SandboxState state, WireCall call) {
        var person = state.people.get(call.id());
        person.tags.add(tag(state, call));
        return updated(person, call);
    }

    private static Reply removeTag(SandboxState state, WireCall call) {
        var person = state.people.get(call.id());
        person.tags.remove(tag(state, call));
        return updated(person, call);
    }

    private static Tag tag(SandboxState state, WireCall call) {
        return state.tags.getReferenced(call.body().require("tag_id").text("tag_id"), "tag_id");
    }

    private static Reply updated(Person person, WireCall call) {
        person.updatedAt = call.now();
        return Reply.done();
    }

    private static List<User> users(SandboxState state, Collection<String> ids) {
        return ids.stream().map(state.users::get).toList();
    }
}
