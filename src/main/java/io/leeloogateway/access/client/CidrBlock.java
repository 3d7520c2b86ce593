package io.leeloogateway.access.client;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of addresses in CIDR notation (RFC 4632, RFC 4291): {@code 10.1.0.0/16}, {@code 2001:db8::/32}. */
public record CidrBlock(String text, BigInteger base, int bits, int prefix) {

    /** Without leading zeros, which some read as octal. */
    private static final String NUMBER = "(0|[1-9]\\d{0,2})";

    private static final Pattern CIDR = Pattern.compile(
            "(?<address>" + NUMBER + "(\\." + NUMBER + "){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)/(?<prefix>" + NUMBER + ")");

    /**
     * Empty for what is no CIDR, for IPv4 written as IPv6, whose prefix could be meant for either, and for one that has bits set
     * behind its prefix: probably a typing error.
     */
    static Optional<CidrBlock> parse(String text) {
        var match = CIDR.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var prefix = Integer.parseInt(match.group("prefix"));
        return address(match.group("address"))
                .filter(address -> text.contains(":") == address instanceof Inet6Address)
                .map(InetAddress::getAddress)
                .filter(address -> prefix <= address.length * Byte.SIZE)
                .map(address -> new CidrBlock(text, new BigInteger(1, address), address.length * Byte.SIZE, prefix))
                .filter(network ->
                        network.base.getLowestSetBit() < 0 || network.base.getLowestSetBit() >= network.hostBits());
    }

    /** Also where the caller's IPv4 address comes as IPv6 ({@code ::ffff:10.1.2.3}): Java reads it as IPv4. */
    boolean contains(String address) {
        return address(address)
                .map(InetAddress::getAddress)
                .filter(bytes -> bytes.length * Byte.SIZE == bits)
                .filter(bytes -> new BigInteger(1, bytes).shiftRight(hostBits()).equals(base.shiftRight(hostBits())))
                .isPresent();
    }

    /** The address without the zone that a link-local one may carry; empty for what is none. Never asks a name server. */
    public static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text.replaceFirst("%.*", "")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The IPv4 address itself, or the /64 that an IPv6 address lies in. */
    public static String neighbourhood(InetAddress address) {
        var bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 8));
    }

    private int hostBits() {
        return bits - prefix;
    }
}
