package io.leeloogateway.operations.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.leeloo.LeelooCredentialsRejected;
import io.leeloogateway.leeloo.LeelooNotFound;
import io.leeloogateway.leeloo.LeelooQuotaExhausted;
import io.leeloogateway.leeloo.LeelooRejected;
import io.leeloogateway.leeloo.LeelooThrottled;
import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.request.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SendResultTests {

    private static final Target ANNA = Target.of("person", "64a000000000000000001801");

    static List<RuntimeException> lasting() {
        return List.of(
                new LeelooNotFound(ANNA),
                new LeelooRejected(ANNA, "FORMAT_ERROR", Map.of()),
                new LeelooUnreadable(ANNA, "is no JSON", null),
                new IllegalStateException("unexpected"));
    }

    static List<RuntimeException> passing() {
        return List.of(
                new LeelooThrottled(null),
                LeelooQuotaExhausted.atDeadline(),
                LeelooUnreadable.fromElsewhere(ANNA, 404),
                LeelooCredentialsRejected.byLeeloo());
    }

    @Test
    void successKeepsTheKey() {
        var result = new SendResult<>(Outcome.APPLIED, new Accepted(), null);

        assertThat(result.keepsKey()).isTrue();
        assertThat(result.toOperationResult(204).releasesKey()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void lastingFailureKeepsTheKey(RuntimeException failure) {
        var result = result(failure);

        assertThat(result.keepsKey()).isTrue();
        assertThat(result.toOperationResult(204).releasesKey()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("passing")
    void passingFailureFreesTheKey(RuntimeException failure) {
        var result = result(failure);

        assertThat(result.keepsKey()).isFalse();
        assertThat(result.toOperationResult(204).releasesKey()).isTrue();
    }

    private static SendResult<Accepted> result(RuntimeException failure) {
        return SendResult.of(() -> {
            throw failure;
        });
    }
}
