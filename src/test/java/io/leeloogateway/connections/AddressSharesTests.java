package io.leeloogateway.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of 96 connections. */
class AddressSharesTests {

    /** The first address is the one that connects; the numbers are the open connections of the addresses. */
    @ParameterizedTest
    @CsvSource({
        "95, false",
        "96, true",
        "93 2, false",
        "94 2, true",
        "80 3 3 3 3, false",
        "47 47, false",
        "48 48, true",
        "60 20 3, false",
        "90 3 3, true",
        "32 32 32, true",
        "31 33 33, false",
        "24 24 24 24, true",
        "44 44 4 4, true",
        "31 31 32 2, true",
        "30 30 30 2, false",
        "2 30 30 30, false",
        "0 40 40 40, false"
    })
    void addressHasItsShare(String connections, boolean expected) throws UnknownHostException {
        var counts = Arrays.stream(connections.split(" ")).map(Integer::valueOf).toList();
        var connected = new ArrayList<InetAddress>();
        for (var i = 0; i < counts.size(); i++) {
            connected.addAll(Collections.nCopies(counts.get(i), address(i)));
        }

        assertThat(new AddressShares(connected, 96).isUsedUp(address(0))).isEqualTo(expected);
    }

    @Test
    void eachAddressMayHaveAConnectionHoweverManyAddressesThereAre() throws UnknownHostException {
        var connected = new ArrayList<InetAddress>();
        for (var i = 1; i <= 200; i++) {
            connected.add(address(i));
        }

        assertThat(new AddressShares(connected, 96).isUsedUp(address(0))).isFalse();
    }

    @Test
    void connectionsSinceTheCountAreCounted() throws UnknownHostException {
        var shares = new AddressShares(Collections.nCopies(95, address(0)), 96);

        shares.add(address(0));

        assertThat(shares.isUsedUp(address(0))).isTrue();
    }

    private static InetAddress address(int number) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) number});
    }
}
