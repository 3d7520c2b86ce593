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

/** The sandbox's wire gives what the proofs need; each test has a person of its own. */
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
            "Proof Sample", null, "+1202" + (System.nanoTime() % 9_000_000 + 1_000_000), null, List.of());
    private SendFacts sent = StubFreshReader.alone();
    private CreatedPerson person = new CreatedPerson("", "", null, null, null, null);

    @BeforeEach
    void makeAPerson() {
        sent = new SendFacts(clock.instant(), Set.of(), 0, 0);
        person = send(create);
    }

    @Test
    void aNewPersonIsFoundAsItWasAnswered() {
        assertThat(look(create)).extracting("response").isEqualTo(person);
    }

    @Test
    void aTagIsSeenToComeAndToGo() {
        var add = new AddTag(person.id(), TAG);
        var remove = new RemoveTag(person.id(), TAG);
        assertThat(look(add)).isInstanceOf(CheckResult.NotApplied.class);

        send(add);

        assertThat(look(add)).isInstanceOf(CheckResult.Applied.class);
        assertThat(look(remove)).isInstanceOf(CheckResult.NotApplied.class);
    }

    @Test
    void aChangedCardIsSeen() {
        var fields = List.of(new CustomField("STRING", "City", "Kyiv"));
        var change = new ChangePerson(person.id(), null, "Proof@example.org", fields);
        assertThat(look(change)).isInstanceOf(CheckResult.NotApplied.class);

        send(change);

        assertThat(look(change)).isInstanceOf(CheckResult.Applied.class);
    }

    @Test
    void aNewOrderIsFoundUntilThereAreTwo() {
        var order = new CreateOrder(person.id(), OFFER, CREDITS, null, null, null, Notification.NONE, null);
        assertThat(look(order)).isInstanceOf(CheckResult.Inconclusive.class);

        var answer = send(order);

        assertThat(look(order)).extracting("id").isEqualTo(answer.id());
        send(order);
        assertThat(look(order)).isInstanceOf(CheckResult.Inconclusive.class);
    }

    @Test
    void aClosedOrderIsSeen() {
        var order = send(new CreateOrder(person.id(), OFFER, CREDITS, null, null, null, Notification.NONE, null));
        var change = new ChangeOrder(order.id(), "RESOLVED", null, null, null, null);
        assertThat(look(change)).isInstanceOf(CheckResult.NotApplied.class);

        send(change);

        assertThat(look(change)).isInstanceOf(CheckResult.Applied.class);
    }

    @Test
    void aMessageIsFoundInTheChat() {
        var message = new SendMessage(person.channelId(), "Привет, proof\n🙂 ");
        assertThat(look(message)).isInstanceOf(CheckResult.Inconclusive.class);

        send(message);

        assertThat(look(message)).isInstanceOf(CheckResult.Applied.class);
    }

    private <T> CheckResult<T> look(Change<T> change) {
        return OutcomeCheck.of(change).orElseThrow().evaluate(this::read, sent);
    }

    private <T> T send(Change<T> change) {
        return context()
                .with(() -> leeloo.send(change, Deadline.after(Duration.ofSeconds(5))))
                .value();
    }

    private <T> T read(Query<T> query) {
        return context().with(() -> leeloo.execute(query)).value();
    }

    private static RequestContext context() {
        return new RequestContext("request-of-a-proof", Deadline.after(Duration.ofSeconds(10)));
    }
}
