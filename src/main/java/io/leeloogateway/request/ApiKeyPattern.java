package io.leeloogateway.request;

import java.util.regex.Pattern;

/** How a key of the gateway looks, so that every room knows one where it must not stand. */
public final class ApiKeyPattern {

    private static final Pattern KEY = Pattern.compile("lgw_[0-9A-Za-z]+_[0-9A-Za-z]{40,}");

    private ApiKeyPattern() {}

    public static boolean isIn(CharSequence text) {
        return KEY.matcher(text).find();
    }
}
