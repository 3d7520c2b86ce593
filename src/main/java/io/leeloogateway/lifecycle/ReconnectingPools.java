package io.leeloogateway.lifecycle;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Gives each connection pool a data source that reconnects at short intervals, so that all pools recover together. The pools start with their first connection. */
@Component
class ReconnectingPools implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof HikariDataSource pool && pool.getDataSource() == null) {
            pool.setDataSource(reconnecting(pool));
            pool.setThreadFactory(ReconnectingDataSource::poolThread);
        }
        return bean;
    }

    private static ReconnectingDataSource reconnecting(HikariDataSource pool) {
        var driver = new DriverDataSource(
                pool.getJdbcUrl(),
                pool.getDriverClassName(),
                pool.getDataSourceProperties(),
                pool.getUsername(),
                pool.getPassword());
        return new ReconnectingDataSource(pool, driver);
    }
}
