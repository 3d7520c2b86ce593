package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Spring stops dependent beans first, whatever their phases. */
@GatewayTest
class StopOrderIntegrationTests {

    @Autowired
    ConfigurableApplicationContext context;

    @Test
    void noBeanDependsOnABeanThatStopsEarlier() {
        var stopped = context.getBeansOfType(SmartLifecycle.class);

        stopped.forEach((name, bean) -> assertThat(dependentsOf(name))
                .as("beans that must stop after %s but stop before it", name)
                .allSatisfy(other -> assertThat(phase(stopped.get(other))).isGreaterThanOrEqualTo(bean.getPhase())));
    }

    private Stream<String> dependentsOf(String name) {
        return Arrays.stream(context.getBeanFactory().getDependentBeans(name));
    }

    private static int phase(@Nullable SmartLifecycle bean) {
        return bean == null ? Integer.MAX_VALUE : bean.getPhase();
    }
}
