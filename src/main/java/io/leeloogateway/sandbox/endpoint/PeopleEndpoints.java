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

/** Operations 15, 17, 18 and 20 to 22. */
final class PeopleEndpoints {

    private PeopleEndpoints() {}

    static void addTo(EndpointTable routes) {
        routes.add("GET", "/people", PeopleEndpoints::list);
        routes.add("PUT", "/people/*", PeopleEndpoints::change);
        routes.add("GET", "/people/*", PeopleEndpoints::find);
        routes.add("PUT", "/people/*/add-comment", PeopleEndpoints::comment);
        routes.add("PUT", "/people/*/add-tag", PeopleEndpoints::addTag);
        routes.add("PUT", "/people/*/remove-tag", PeopleEndpoints::removeTag);
    }

    private static Reply list(SandboxState company, WireCall call) {
        var tags = new HashSet<>(call.filters("tags"));
        var phones = call.filters("phone");
        var emails = call.filters("email");
        var wanted = LastMessageFilter.of(call);
        var people = company.people.all().stream()
                .filter(it -> it.tagNames().containsAll(tags))
                .filter(it -> phones.isEmpty() || phones.contains(it.phone))
                .filter(it -> emails.isEmpty() || emails.contains(it.email))
                .filter(it -> wanted.admits(it.lastMessageAt().orElse(null)))
                .toList();
        return ListPage.of(
                call.hasFault(FaultKind.DUPLICATE_PHONES) ? neverAlone(people, company) : people,
                call,
                PersonJson::row);
    }

    /** A duplicate needs a second card. */
    private static List<Person> neverAlone(List<Person> people, SandboxState company) {
        if (people.size() != 1) {
            return people;
        }
        var other = company.people.all().stream()
                .filter(it -> it != people.getFirst())
                .limit(1);
        return Stream.concat(people.stream(), other).toList();
    }

    private static Reply find(SandboxState company, WireCall call) {
        var person = company.people.get(call.id());
        var included = JsonBuilder.object();
        if (call.includes("contactedUsers")) {
            included.set("users", JsonBuilder.array(users(company, person.contactedUsers), User::json));
        }
        if (call.includes("orders")) {
            included.set("orders", JsonBuilder.array(company.ordersOf(person), Order::included));
        }
        return Reply.data(PersonJson.detail(person, company)).with("included", included);
    }

    private static Reply change(SandboxState company, WireCall call) {
        var person = company.people.get(call.id());
        var phone = call.body().phone();
        var email = call.body().email();
        var fields = call.body().objects("custom_fields").stream()
                .map(CustomField::of)
                .toList();
        person.phone = phone == null ? person.phone : phone;
        person.email = email == null ? person.email : email;
        fields.forEach(person::put);
        return touched(person, call);
    }

    private static Reply comment(SandboxState company, WireCall call) {
        var person = company.people.get(call.id());
        var text = call.body().require("comment").text("comment");
        touched(person, call);
        return Reply.data(JsonBuilder.object()
                .put("id", company.numbers.nextId(IdKind.COMMENT))
                .put("text", text)
                .put("entity_id", person.id)
                .put("entity_type", "PERSON")
                .put("created_by", IdKind.USER.id(1))
                .put("company_id", IdKind.COMPANY.id(1))
                .put("created_at", LeelooDates.wire(call.now()))
                .put("updated_at", LeelooDates.wire(call.now())));
    }

    private static Reply addTag(SandboxState company, WireCall call) {
        var person = company.people.get(call.id());
        person.tags.add(tag(company, call));
        return touched(person, call);
    }

    private static Reply removeTag(SandboxState company, WireCall call) {
        var person = company.people.get(call.id());
        person.tags.remove(tag(company, call));
        return touched(person, call);
    }

    private static Tag tag(SandboxState company, WireCall call) {
        return company.tags.known(call.body().require("tag_id").text("tag_id"), "tag_id");
    }

    private static Reply touched(Person person, WireCall call) {
        person.updatedAt = call.now();
        return Reply.done();
    }

    private static List<User> users(SandboxState company, Collection<String> ids) {
        return ids.stream().map(company.users::get).toList();
    }
}
