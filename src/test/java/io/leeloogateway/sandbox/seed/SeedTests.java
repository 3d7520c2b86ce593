package io.leeloogateway.sandbox.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.sandbox.endpoint.PersonJson;
import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.state.IdKind;
import io.leeloogateway.sandbox.state.Message;
import io.leeloogateway.sandbox.state.Order;
import io.leeloogateway.sandbox.state.SandboxState;
import java.util.HashSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SeedTests {

    private final SandboxState company = Seed.company();

    @Test
    void theSeedIsTheSameEveryTime() {
        var again = Seed.company();

        assertThat(told(again)).isEqualTo(told(company));
    }

    @Test
    void theSeedIsBigEnough() {
        assertThat(company.people.all()).hasSize(300);
        assertThat(company.orders.all()).hasSize(200);
        assertThat(company.tags.all()).hasSize(12);
        assertThat(company.connections.all()).hasSize(5);
        assertThat(company.users.all()).hasSize(6);
        assertThat(company.tunnels.all()).hasSize(8);
        assertThat(company.categories.all()).hasSize(4);
    }

    @Test
    void phonesAreReservedForFiction() {
        assertThat(company.people.all())
                .extracting(person -> person.phone)
                .filteredOn(Objects::nonNull)
                .allMatch(
                        phone -> phone.matches("\\+1[0-9]{3}55501[0-9]{2}|\\+447700900[0-9]{3}|\\+493023125[0-9]{3}"));
    }

    @Test
    void aFewPhonesStandOnTwoCards() {
        var seen = new HashSet<String>();
        var twice = company.people.all().stream()
                .filter(person -> person.phone != null && !seen.add(person.phone))
                .map(person -> person.id);

        assertThat(twice)
                .containsExactly(
                        IdKind.person(60),
                        IdKind.person(120),
                        IdKind.person(180),
                        IdKind.person(240),
                        IdKind.person(300));
    }

    @Test
    void nothingHappensBeforeThePersonIsThere() {
        assertThat(company.orders.all())
                .allMatch(order -> company.people.get(order.personId).createdAt.isBefore(order.createdAt));
        assertThat(company.people.all()).allMatch(person -> person.createdAt.isBefore(Seed.NOW));
    }

    private static String told(SandboxState company) {
        var people = JsonBuilder.array(company.people.all(), person -> PersonJson.detail(person, company));
        var orders = JsonBuilder.array(company.orders.all(), Order::detail);
        var channels =
                JsonBuilder.array(company.channels.all(), channel -> JsonBuilder.array(channel.messages, Message::row));
        return people.toString() + orders + channels + company.numbers.counts();
    }
}
