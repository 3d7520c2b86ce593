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

    private final SandboxState state = Seed.create();

    @Test
    void seedIsDeterministic() {
        var second = Seed.create();

        assertThat(toText(second)).isEqualTo(toText(state));
    }

    @Test
    void seedHasTheExpectedSize() {
        assertThat(state.people.all()).hasSize(300);
        assertThat(state.orders.all()).hasSize(200);
        assertThat(state.tags.all()).hasSize(12);
        assertThat(state.connections.all()).hasSize(5);
        assertThat(state.users.all()).hasSize(6);
        assertThat(state.tunnels.all()).hasSize(8);
        assertThat(state.categories.all()).hasSize(4);
    }

    @Test
    void phonesAreInRangesReservedForFiction() {
        assertThat(state.people.all())
                .extracting(person -> person.phone)
                .filteredOn(Objects::nonNull)
                .allMatch(
                        phone -> phone.matches("\\+1[0-9]{3}55501[0-9]{2}|\\+447700900[0-9]{3}|\\+493023125[0-9]{3}"));
    }

    @Test
    void fewPhonesBelongToTwoPeople() {
        var seen = new HashSet<String>();
        var twice = state.people.all().stream()
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
    void ordersAreNewerThanTheirPerson() {
        assertThat(state.orders.all())
                .allMatch(order -> state.people.get(order.personId).createdAt.isBefore(order.createdAt));
        assertThat(state.people.all()).allMatch(person -> person.createdAt.isBefore(Seed.NOW));
    }

    private static String toText(SandboxState state) {
        var people = JsonBuilder.array(state.people.all(), person -> PersonJson.detail(person, state));
        var orders = JsonBuilder.array(state.orders.all(), Order::detail);
        var channels =
                JsonBuilder.array(state.channels.all(), channel -> JsonBuilder.array(channel.messages, Message::row));
        return people.toString() + orders + channels + state.ids.counts();
    }
}
