package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BodyBudgetTests {

    private final BodyBudget budget =
            new BodyBudget(new BodyProperties(DataSize.ofBytes(100), DataSize.ofBytes(60), Duration.ofSeconds(10)));

    @Test
    void clientHasNoMoreThanItsShare() {
        budget.take("a", 50);

        assertThatThrownBy(() -> budget.take("a", 11)).isInstanceOf(ClientBodiesTooLarge.class);
        budget.take("a", 10);
    }

    @Test
    void allClientsHaveNoMoreThanTheWhole() {
        budget.take("a", 60);

        assertThatThrownBy(() -> budget.take("b", 41)).isInstanceOf(BodyMemoryExhausted.class);
        budget.take("b", 40);
    }

    @Test
    void refusalTakesNothing() {
        budget.take("a", 60);

        assertThatThrownBy(() -> budget.take("b", 41)).isInstanceOf(BodyMemoryExhausted.class);
        assertThat(budget.usedBytes()).isEqualTo(60);
    }

    @Test
    void endOfARequestGivesItsBytesBack() {
        budget.take("a", 60);
        budget.giveBack("a", 60);

        budget.take("a", 60);
        assertThat(budget.usedBytes()).isEqualTo(60);
    }

    @Test
    void firstBytesOfABodyDoNotCount() {
        try (var reservation = new BodyReservation(budget)) {
            reservation.growTo(BodyBudget.FREE_BYTES);
            assertThat(budget.usedBytes()).isZero();

            reservation.growTo(BodyBudget.FREE_BYTES + 10);
            assertThat(budget.usedBytes()).isEqualTo(10);
        }

        assertThat(budget.usedBytes()).isZero();
    }
}
