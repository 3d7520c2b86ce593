package io.leeloogateway.request;

import org.apache.catalina.Context;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.stereotype.Component;

/** Registers the valve that removes ignored headers. */
@Component
class IgnoredHeadersCustomizer implements TomcatContextCustomizer {

    @Override
    public void customize(Context context) {
        context.getPipeline().addValve(new IgnoredHeadersValve());
    }
}
