package io.leeloogateway.audit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A gateway that leaves no entries of reads; only bench/diary-cost adds it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("bench.no-diary")
class NoDiary {

    @Bean
    static FilterRegistrationBean<DiaryFilter> withoutEntries(DiaryFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
