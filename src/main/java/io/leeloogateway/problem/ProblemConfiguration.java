package io.leeloogateway.problem;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the strict reading of requests behind access, in front of every route. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration implements WebMvcConfigurer {

    private final StrictRequests strictRequests;

    ProblemConfiguration(StrictRequests strictRequests) {
        this.strictRequests = strictRequests;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(strictRequests).addPathPatterns("/api/**").order(Ordered.LOWEST_PRECEDENCE);
    }
}
