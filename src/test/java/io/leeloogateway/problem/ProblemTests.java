package io.leeloogateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.OperationRef;
import io.leeloogateway.request.RequestContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProblemTests {

    private final RequestContext context = new RequestContext("order-7", Deadline.after(Duration.ofSeconds(1)));

    @Test
    void instanceIsTheAddressOfTheRequest() {
        var problem = context.run(ProblemTests::problem);

        assertThat(problem.requestId()).isEqualTo("order-7");
        assertThat(problem.instance()).isEqualTo(URI.create("/api/v1/requests/order-7"));
    }

    @Test
    void replayedProblemKeepsTheInstanceOfTheFirstRequest() {
        context.setOperation(new OperationRef(new UUID(0, 1), "order-6"));

        var problem = context.run(ProblemTests::problem);

        assertThat(problem.requestId()).isEqualTo("order-6");
        assertThat(problem.instance()).isEqualTo(URI.create("/api/v1/requests/order-6"));
    }

    @Test
    void problemOutsideOfARequestHasNoInstance() {
        var problem = problem();

        assertThat(problem.requestId()).isNull();
        assertThat(problem.instance()).isNull();
    }

    private static Problem problem() {
        return Problem.of(ProblemType.INTERNAL_ERROR, "failed", List.of());
    }
}
