package io.leeloogateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TtlPolicyTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofSeconds(30);

    @Test
    void defaultsFillWhatIsNotConfigured() {
        var defaults = new TtlPolicy(MINUTE, HOUR, SHORT);

        assertThat(TtlPolicy.of(null, defaults)).isEqualTo(defaults);
        assertThat(TtlPolicy.of(new TtlPolicy(HOUR, null, null), defaults)).isEqualTo(new TtlPolicy(HOUR, HOUR, SHORT));
        assertThat(TtlPolicy.of(new TtlPolicy(null, MINUTE, null), defaults))
                .isEqualTo(new TtlPolicy(MINUTE, MINUTE, SHORT));
        assertThat(TtlPolicy.of(new TtlPolicy(null, null, Duration.ZERO), defaults))
                .isEqualTo(new TtlPolicy(MINUTE, HOUR, Duration.ZERO));
    }

    @Test
    void servedAgeIncludesTheLongerOfBothStaleTimes() {
        assertThat(new TtlPolicy(MINUTE, HOUR, SHORT).maxServedAge()).isEqualTo(Duration.ofMinutes(61));
        assertThat(new TtlPolicy(MINUTE, SHORT, HOUR).maxServedAge()).isEqualTo(Duration.ofMinutes(61));
        assertThat(new TtlPolicy(MINUTE, null, null).maxServedAge()).isEqualTo(MINUTE);
        assertThat(new TtlPolicy(null, HOUR, null).maxServedAge()).isEqualTo(HOUR);
    }

    @Test
    void resourceWithoutATimeToLiveIsNotCached() {
        assertThat(new TtlPolicy(MINUTE, null, null).isCached()).isTrue();
        assertThat(new TtlPolicy(Duration.ZERO, HOUR, null).isCached()).isFalse();
        assertThat(new TtlPolicy(null, HOUR, null).isCached()).isFalse();
    }

    @Test
    void negativeTimesAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TtlPolicy(MINUTE.negated(), HOUR, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new TtlPolicy(MINUTE, HOUR.negated(), null));
        assertThatIllegalArgumentException().isThrownBy(() -> new TtlPolicy(MINUTE, HOUR, SHORT.negated()));
    }
}
