package io.leeloogateway.audit.capture;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Disables the audit filter of a gateway; only bench/audit-cost adds it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("bench.no-audit")
class NoAudit {

    @Bean
    static FilterRegistrationBean<AuditFilter> withoutAudit(AuditFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
