package io.leeloogateway.leeloo;

import java.time.Duration;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Each test begins as if Leeloo's limit had not been reached in the one before. */
public final class OpenThrottle extends AbstractTestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        open(test.getApplicationContext());
    }

    public static void open(ApplicationContext gateway) {
        var throttle = gateway.getBean(Throttle.class);
        throttle.meet(new LeelooThrottled(Duration.ZERO));
        throttle.pass();
    }
}
