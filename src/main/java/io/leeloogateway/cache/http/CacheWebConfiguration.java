package io.leeloogateway.cache.http;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers the rendered answers behind all checks of a request. */
@Configuration(proxyBeanMethods = false)
class CacheWebConfiguration implements WebMvcConfigurer {

    private final RenderedAnswerInterceptor renderedAnswers;

    CacheWebConfiguration(RenderedAnswerInterceptor renderedAnswers) {
        this.renderedAnswers = renderedAnswers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(renderedAnswers)
                .addPathPatterns("/api/**", "/leeloo/**")
                .order(Ordered.LOWEST_PRECEDENCE);
    }
}
