package io.leeloogateway.request;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;

/** Declares the action, the scope and the kind of a route. A request to a route without this annotation is denied. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Route {

    /** In place of a scope: any valid key has access. */
    String ANY_KEY = "any";

    /** In place of a scope: the path has a secret. */
    String SECRET = "secret";

    /** The extensions with the scope and the kind of a route in the OpenAPI document. */
    String SCOPE_EXTENSION = "x-scope";

    String KIND_EXTENSION = "x-kind";

    /** While the document is built: the name of a response that operations share. */
    String COMPONENT_EXTENSION = "x-component";

    /** The name of the route in the audit log, in operations and in metrics: {@code people.addTag}. */
    String action();

    /** The one scope that a caller needs, {@code people:write}, or {@link #ANY_KEY}. */
    String scope();

    /** How the route uses Leeloo. */
    Kind kind() default Kind.GATEWAY;

    /** The size of the largest body that the route takes, in KiB. */
    int maxBodyKib() default 128;

    /** How a route uses Leeloo. */
    enum Kind {
        /** Serves the gateway's own data. */
        GATEWAY,
        /** Serves Leeloo's data, through the cache. */
        READ,
        /** Sends a change to Leeloo, recorded as an operation. */
        CHANGE;

        /** The kind in the OpenAPI document: {@code change}. */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
