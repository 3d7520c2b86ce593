package io.leeloogateway.request;

import java.util.regex.Pattern;

/** Recognises API keys of the gateway in texts that must not contain a key. */
public final class ApiKeyPattern {

    private static final String PREFIX = "lgw_";
    private static final Pattern KEY = Pattern.compile(PREFIX + "[0-9A-Za-z]+_[0-9A-Za-z]{40,}");

    private ApiKeyPattern() {}

    public static boolean isIn(CharSequence text) {
        return text.toString().contains(PREFIX) && KEY.matcher(text).find();
    }
}
