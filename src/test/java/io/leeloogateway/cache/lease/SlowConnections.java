package io.leeloogateway.cache.lease;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Delays statements of a lease before they are sent and after their result, for up to 3 s, as a stopped process or a slow network does, and cuts connections. */
final class SlowConnections extends CacheLeaseConnections {

    private static final int LONG_PAUSE = 400;
    private static final int SHORT_PAUSE = 10;

    private final Random random;

    SlowConnections(JdbcConnectionDetails details, String sessionSettings, Random random) {
        super(details, sessionSettings);
        this.random = random;
    }

    @Override
    Connection open() throws SQLException {
        return proxy(Connection.class, super.open());
    }

    private <T> T proxy(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    var isExecution = method.getName().startsWith("execute");
                    if (isExecution) {
                        pause();
                    }
                    try {
                        var result = method.invoke(target, arguments);
                        if (isExecution) {
                            pause();
                        }
                        return method.getName().equals("prepareStatement")
                                ? proxy(PreparedStatement.class, result)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private void pause() throws SQLException {
        var choice = random.nextInt(LONG_PAUSE);
        if (choice == 0) {
            LockSupport.parkNanos(random.nextLong(3_000_000_000L));
        } else if (choice == 1) {
            throw new SQLException("the connection is cut");
        } else if (choice < SHORT_PAUSE) {
            LockSupport.parkNanos(random.nextLong(60_000_000));
        }
    }
}
