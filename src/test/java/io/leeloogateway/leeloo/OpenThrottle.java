package io.leeloogateway.leeloo;

import java.time.Duration;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Each test begins as if Leeloo's limit had not been reached in the one before. */
public final class OpenThrottle extends AbstractTestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        var throttle = test.getApplicationContext().getBean(Throttle.class);
        throttle.meet(new LeelooThrottled(Duration.ZERO));
        throttle.pass();
    }
}
