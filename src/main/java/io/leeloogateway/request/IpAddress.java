package io.leeloogateway.request;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.tomcat.util.net.IPv6Utils;

/** An IPv4 or IPv6 address. An IPv4-mapped IPv6 address is the IPv4 address; the unspecified address stands for an unknown caller. */
public record IpAddress(InetAddress value) {

    /** RFC 4291, 2.5.2. */
    public static final IpAddress UNSPECIFIED = new IpAddress(InetAddress.ofLiteral("::"));

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final String V4 = OCTET + "(\\." + OCTET + "){3}";
    private static final String V6 = "[0-9A-Fa-f.]{0,15}:[0-9A-Fa-f:.]{1,44}";
    private static final String ZONE = "(%[A-Za-z0-9._~-]+)?";
    private static final String PORT = "(:\\d{1,5})?";

    /** The forms that proxies write: {@code 203.0.113.7:41234}, {@code [2001:db8::1]:443}, {@code "[2001:db8::1]"}. */
    private static final Pattern FORMS = Pattern.compile("(?<quote>\"?)(?:(?<v4>" + V4 + ")" + PORT + "|(?<v6>" + V6
            + ")" + ZONE + "|\\[(?<bracketed>" + V6 + ")" + ZONE + "\\]" + PORT + ")\\k<quote>");

    private static final int MAX_LENGTH = 100;
    private static final int NETWORK_BYTES = 8;

    /** Parses an address and ignores its port and zone. Resolves no host names. */
    public static Optional<IpAddress> parse(String text) {
        if (isPlainV4(text)) {
            return Optional.of(new IpAddress(InetAddress.ofLiteral(text)));
        }
        var form = FORMS.matcher(text.strip());
        if (text.length() > MAX_LENGTH || !form.matches()) {
            return Optional.empty();
        }
        try {
            var literal = Optional.ofNullable(form.group("v4"))
                    .or(() -> Optional.ofNullable(form.group("v6")))
                    .orElseGet(() -> form.group("bracketed"));
            return Optional.of(new IpAddress(InetAddress.ofLiteral(literal)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The address of the caller: of the connection, or behind a trusted proxy the one that the proxy names. */
    public static IpAddress of(HttpServletRequest request) {
        return parse(request.getRemoteAddr()).orElse(UNSPECIFIED);
    }

    /** Four decimal numbers without leading zeros, the usual form, recognised without a regular expression. */
    private static boolean isPlainV4(String text) {
        var parts = 1;
        var number = -1;
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == '.' && number >= 0) {
                parts++;
                number = -1;
            } else if (character >= '0' && character <= '9' && number != 0 && number < 100) {
                number = Math.max(number, 0) * 10 + character - '0';
            } else {
                return false;
            }
            if (number > 255) {
                return false;
            }
        }
        return parts == 4 && number >= 0;
    }

    public boolean isUnspecified() {
        return value.isAnyLocalAddress();
    }

    /** Returns the IPv4 address, or the /64 of an IPv6 address: its holder holds the whole /64. */
    public String network() {
        var bytes = value.getAddress();
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
    }

    /** Returns the address in the form of RFC 5952. */
    @Override
    public String toString() {
        return IPv6Utils.canonize(value.getHostAddress());
    }
}
