package io.leeloogateway.access.client;

import io.leeloogateway.request.IpAddress;
import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address range in CIDR notation (RFC 4632, RFC 4291): {@code 10.1.0.0/16}, {@code 2001:db8::/32}. */
public record CidrBlock(String text, BigInteger base, int bits, int prefix) {

    /** Without leading zeros, which some parsers read as octal. */
    private static final String NUMBER = "(0|[1-9]\\d{0,2})";

    /** {@code ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255/128}. */
    private static final int MAX_LENGTH = 49;

    private static final Pattern CIDR = Pattern.compile("(?<address>" + NUMBER + "(\\." + NUMBER
            + "){3}|[0-9A-Fa-f.]*+:[0-9A-Fa-f:.]*+)/(?<prefix>" + NUMBER + ")");

    /**
     * Empty for invalid text, for an IPv4-mapped IPv6 address, whose prefix length is ambiguous, and for a block with host bits
     * set, which is probably a typing error.
     */
    static Optional<CidrBlock> parse(String text) {
        var match = CIDR.matcher(text);
        if (text.length() > MAX_LENGTH || !match.matches()) {
            return Optional.empty();
        }
        var prefix = Integer.parseInt(match.group("prefix"));
        return IpAddress.parse(match.group("address"))
                .map(IpAddress::value)
                .filter(address -> text.contains(":") == address instanceof Inet6Address)
                .map(InetAddress::getAddress)
                .filter(address -> prefix <= address.length * Byte.SIZE)
                .map(address -> new CidrBlock(text, new BigInteger(1, address), address.length * Byte.SIZE, prefix))
                .filter(block -> block.base.getLowestSetBit() < 0 || block.base.getLowestSetBit() >= block.hostBits());
    }

    boolean contains(IpAddress address) {
        var bytes = address.value().getAddress();
        return bytes.length * Byte.SIZE == bits
                && new BigInteger(1, bytes).shiftRight(hostBits()).equals(base.shiftRight(hostBits()));
    }

    private int hostBits() {
        return bits - prefix;
    }
}
