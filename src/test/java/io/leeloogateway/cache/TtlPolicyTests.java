package io.leeloogateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TtlPolicyTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void defaultsFillWhatIsNotConfigured() {
        assertThat(TtlPolicy.of(null, MINUTE, HOUR)).isEqualTo(new TtlPolicy(MINUTE, HOUR));
        assertThat(TtlPolicy.of(new TtlPolicy(HOUR, null), MINUTE, HOUR)).isEqualTo(new TtlPolicy(HOUR, HOUR));
        assertThat(TtlPolicy.of(new TtlPolicy(null, MINUTE), MINUTE, HOUR)).isEqualTo(new TtlPolicy(MINUTE, MINUTE));
    }

    @Test
    void servedAgeIsTheSumOfBothTimes() {
        assertThat(new TtlPolicy(MINUTE, HOUR).maxServedAge()).isEqualTo(Duration.ofMinutes(61));
        assertThat(new TtlPolicy(MINUTE, null).maxServedAge()).isEqualTo(MINUTE);
        assertThat(new TtlPolicy(null, HOUR).maxServedAge()).isEqualTo(HOUR);
    }

    @Test
    void resourceWithoutATimeToLiveIsNotCached() {
        assertThat(new TtlPolicy(MINUTE, null).isCached()).isTrue();
        assertThat(new TtlPolicy(Duration.ZERO, HOUR).isCached()).isFalse();
        assertThat(new TtlPolicy(null, HOUR).isCached()).isFalse();
    }

    @Test
    void negativeTimesAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TtlPolicy(MINUTE.negated(), HOUR));
        assertThatIllegalArgumentException().isThrownBy(() -> new TtlPolicy(MINUTE, HOUR.negated()));
    }
}
