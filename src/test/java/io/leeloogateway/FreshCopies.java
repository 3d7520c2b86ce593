package io.leeloogateway;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Each test begins without copies: tests share a database, and what one of them read would answer another. */
public final class FreshCopies extends AbstractTestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        forgetAll(test.getApplicationContext());
    }

    /** For tests that are made of several. */
    static void forgetAll(ApplicationContext gateway) {
        gateway.getBean(JdbcClient.class)
                .sql("truncate mirror_documents, person_mirrors, order_mirrors, tag_mirrors, mirror_loads")
                .update();
    }
}
