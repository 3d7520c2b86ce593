package io.leeloogateway.sandbox;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Operations 15, 17, 18 and 20 to 22. */
final class PeopleOperations {

    private PeopleOperations() {}

    static void addTo(Routes routes) {
        routes.add("GET", "/people", PeopleOperations::list);
        routes.add("PUT", "/people/*", PeopleOperations::change);
        routes.add("GET", "/people/*", PeopleOperations::find);
        routes.add("PUT", "/people/*/add-comment", PeopleOperations::comment);
        routes.add("PUT", "/people/*/add-tag", PeopleOperations::addTag);
        routes.add("PUT", "/people/*/remove-tag", PeopleOperations::removeTag);
    }

    private static Reply list(Company company, WireCall call) {
        var tags = new HashSet<>(call.filters("tags"));
        var phones = call.filters("phone");
        var emails = call.filters("email");
        var wanted = LastMessage.of(call);
        var people = company.people.all().stream()
                .filter(it -> it.tagNames().containsAll(tags))
                .filter(it -> phones.isEmpty() || phones.contains(it.phone))
                .filter(it -> emails.isEmpty() || emails.contains(it.email))
                .filter(it -> wanted.admits(it.lastMessageAt().orElse(null)))
                .toList();
        return Page.of(
                call.hasFault(FaultKind.DUPLICATE_PHONES) ? neverAlone(people, company) : people,
                call,
                PersonJson::row);
    }

    /** A duplicate needs a second card. */
    private static List<Person> neverAlone(List<Person> people, Company company) {
        if (people.size() != 1) {
            return people;
        }
        var other = company.people.all().stream()
                .filter(it -> it != people.getFirst())
                .limit(1);
        return Stream.concat(people.stream(), other).toList();
    }

    private static Reply find(Company company, WireCall call) {
        var person = company.people.get(call.id());
        var included = Json.object();
        if (call.includes("contactedUsers")) {
            included.set("users", Json.array(users(company, person.contactedUsers), User::json));
        }
        if (call.includes("orders")) {
            included.set("orders", Json.array(company.ordersOf(person), Order::included));
        }
        return Reply.data(PersonJson.detail(person, company)).with("included", included);
    }

    private static Reply change(Company company, WireCall call) {
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

    private static Reply comment(Company company, WireCall call) {
        var person = company.people.get(call.id());
        var text = call.body().require("comment").text("comment");
        touched(person, call);
        return Reply.data(Json.object()
                .put("id", company.numbers.nextId(Kind.COMMENT))
                .put("text", text)
                .put("entity_id", person.id)
                .put("entity_type", "PERSON")
                .put("created_by", Kind.USER.id(1))
                .put("company_id", Kind.COMPANY.id(1))
                .put("created_at", Dates.wire(call.now()))
                .put("updated_at", Dates.wire(call.now())));
    }

    private static Reply addTag(Company company, WireCall call) {
        var person = company.people.get(call.id());
        person.tags.add(tag(company, call));
        return touched(person, call);
    }

    private static Reply removeTag(Company company, WireCall call) {
        var person = company.people.get(call.id());
        person.tags.remove(tag(company, call));
        return touched(person, call);
    }

    private static Tag tag(Company company, WireCall call) {
        return company.tags.known(call.body().require("tag_id").text("tag_id"), "tag_id");
    }

    private static Reply touched(Person person, WireCall call) {
        person.updatedAt = call.now();
        return Reply.done();
    }

    private static List<User> users(Company company, Collection<String> ids) {
        return ids.stream().map(company.users::get).toList();
    }
}
