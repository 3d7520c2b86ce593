package io.leeloogateway.leeloo.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.model.CreatedPerson;
import io.leeloogateway.leeloo.model.CustomField;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Runs the outcome checks against the sandbox. Each test has its own person. */
@GatewayTest
class OutcomeChecksIntegrationTests {

    private static final String TAG = "64a0c3f00003000000000001";
    private static final String OFFER = "64a0c3f0000c000000000001";
    private static final String CREDITS = "64a0c3f0000d000000000001";

    @Autowired
    private LeelooClient leeloo;

    @Autowired
    private Clock clock;

    private final CreatePerson create = new CreatePerson(
            "Check Sample", null, "+1202" + (System.nanoTime() % 9_000_000 + 1_000_000), null, List.of());
    private SendFacts facts = StubFreshReader.noOtherOperations();
    private CreatedPerson person = new CreatedPerson("", "", null, null, null, null);

    @BeforeEach
    void createPerson() {
        facts = new SendFacts(clock.instant(), Set.of(), 0, 0);
        person = send(create);
    }

    @Test
    void checkOfANewPersonReturnsTheResponse() {
        assertThat(check(create)).extracting("response").isEqualTo(person);
    }

    @Test
    void checkSeesAnAddedAndARemovedTag() {
        var add = new AddTag(person.id(), TAG);
        var remove = new RemoveTag(person.id(), TAG);
        assertThat(check(add)).isInstanceOf(CheckResult.NotApplied.class);

        send(add);

        assertThat(check(add)).isInstanceOf(CheckResult.Applied.class);
        assertThat(check(remove)).isInstanceOf(CheckResult.NotApplied.class);
    }

    @Test
    void checkSeesAChangedPerson() {
        var fields = List.of(new CustomField("STRING", "City", "Kyiv"));
        var change = new ChangePerson(person.id(), null, "Check@example.org", fields);
        assertThat(check(change)).isInstanceOf(CheckResult.NotApplied.class);

        send(change);

        assertThat(check(change)).isInstanceOf(CheckResult.Applied.class);
    }

    @Test
    void checkSeesANewOrderUnlessThereAreTwo() {
        var order = new CreateOrder(person.id(), OFFER, CREDITS, null, null, null, Notification.NONE, null);
        assertThat(check(order)).isInstanceOf(CheckResult.Inconclusive.class);

        var response = send(order);

        assertThat(check(order)).extracting("id").isEqualTo(response.id());
        send(order);
        assertThat(check(order)).isInstanceOf(CheckResult.Inconclusive.class);
    }

    @Test
    void checkSeesAClosedOrder() {
        var order = send(new CreateOrder(person.id(), OFFER, CREDITS, null, null, null, Notification.NONE, null));
        var change = new ChangeOrder(order.id(), "RESOLVED", null, null, null, null);
        assertThat(check(change)).isInstanceOf(CheckResult.NotApplied.class);

        send(change);

        assertThat(check(change)).isInstanceOf(CheckResult.Applied.class);
    }

    @Test
    void checkSeesASentMessage() {
        var message = new SendMessage(person.channelId(), "Привет, check\n🙂 ");
        assertThat(check(message)).isInstanceOf(CheckResult.Inconclusive.class);

        send(message);

        assertThat(check(message)).isInstanceOf(CheckResult.Applied.class);
    }

    private <T> CheckResult<T> check(Change<T> change) {
        return OutcomeCheck.of(change).orElseThrow().evaluate(this::read, facts);
    }

    private <T> T send(Change<T> change) {
        return context()
                .run(() -> leeloo.send(change, Deadline.after(Duration.ofSeconds(5)), leeloo.reserve()))
                .value();
    }

    private <T> T read(Query<T> query) {
        return context().run(() -> leeloo.execute(query)).value();
    }

    private static RequestContext context() {
        return new RequestContext("request-of-a-check", Deadline.after(Duration.ofSeconds(10)));
    }
}
