package io.leeloogateway.request;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a route is called and which scope opens it; a route without it opens for nobody. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Route {

    /** In place of a scope: whoever shows a valid key. */
    String ANY_KEY = "any";

    /** The name in diary, ledger and metrics: {@code people.addTag}. */
    String operation();

    /** The one scope that a caller needs, {@code people:write}, or {@link #ANY_KEY}. */
    String scope();
}
