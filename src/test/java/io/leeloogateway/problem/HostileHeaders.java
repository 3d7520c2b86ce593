package io.leeloogateway.problem;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Request headers with values that no honest client sends. */
final class HostileHeaders {

    private static final List<String> NAMES = List.of(
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Accept-Language",
            "Access-Control-Request-Headers",
            "Access-Control-Request-Method",
            "Authorization",
            "b3",
            "baggage",
            "Cache-Control",
            "Connection",
            "Content-Encoding",
            "Content-Length",
            "Content-Range",
            "Content-Type",
            "Cookie",
            "Date",
            "Early-Data",
            "Expect",
            "Forwarded",
            "From",
            "HTTP2-Settings",
            "Host",
            "Idempotency-Key",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "If-Unmodified-Since",
            "Keep-Alive",
            "Last-Event-ID",
            "Max-Forwards",
            "Origin",
            "Pragma",
            "Prefer",
            "Priority",
            "Proxy-Authorization",
            "Range",
            "Referer",
            "Request-Timeout",
            "TE",
            "traceparent",
            "tracestate",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "User-Agent",
            "Via",
            "Warning",
            "X-B3-TraceId",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-Forwarded-Ssl",
            "X-HTTP-Method-Override",
            "X-Real-IP",
            "X-Request-Id");

    private static final List<String> VALUES = List.of(
            "",
            ",",
            ";",
            "\"",
            "-1",
            "99999999999999999999",
            "%zz",
            "[::1",
            "\u0001",
            "\u00ff",
            ",".repeat(11),
            "a,".repeat(2_000),
            "\"".repeat(8_000),
            ":".repeat(8_000));

    private static final Map<String, List<String>> VALUES_OF_A_HEADER = Map.of(
            "Accept", List.of("*/*;q=x", "a/b;q=0.1234567", "/json", "text/", "application/json;charset=x"),
            "Accept-Language", List.of("*-*;q=0", "en;q=9", "en--US;q=0.5", "en,".repeat(50), "i-" + "a".repeat(500)),
            "Authorization",
                    List.of(
                            "Bearer",
                            "Bearer " + "a".repeat(7_000),
                            "Bearer eyJ.eyJ.",
                            "Basic !!",
                            "Bearer eyJhbGciOiJub25lIn0.e30.",
                            "Bearer a, Bearer b"),
            "Content-Type",
                    List.of("application/json;charset=x", "application/json; charset=\"", "multipart/form-data"),
            "Expect", List.of("100-continue", "200-ok"),
            "If-Modified-Since", List.of("Thu, 99 Foo 2020 25:61:61 GMT"),
            "If-None-Match", List.of("W/\"", "\"a\", W/\"b\", *", "\"a\",".repeat(1_000)),
            "Range",
                    List.of(
                            "bytes=",
                            "bytes=0-,-1",
                            "bytes=9-0",
                            "bytes=0-99999999999999999999",
                            "bytes=" + "0-0,".repeat(900)),
            "traceparent", List.of("00-0-0-0", "00-00000000000000000000000000000000-0000000000000000-00"),
            "Upgrade", List.of("h2c", "websocket"));

    private HostileHeaders() {}

    static Stream<String> names() {
        return NAMES.stream();
    }

    /** Lines with this header. */
    static Stream<String> lines(String name) {
        return Stream.concat(VALUES.stream(), VALUES_OF_A_HEADER.getOrDefault(name, List.of()).stream())
                .map(value -> name + ": " + value);
    }
}
