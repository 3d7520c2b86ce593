package io.leeloogateway.request;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The values of a text in responses. The list is open: a later version may return other values. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface KnownValues {

    /** The OpenAPI extension with the values. */
    String EXTENSION = "x-extensible-enum";

    String[] value();
}
