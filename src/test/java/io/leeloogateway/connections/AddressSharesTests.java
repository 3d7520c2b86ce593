package io.leeloogateway.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of 96 connections. */
class AddressSharesTests {

    /** The first address is the one that connects; the numbers are the open connections of the addresses. */
    @ParameterizedTest
    @CsvSource({
        "90, false",
        "90 2, false",
        "80 3 3 3 3, false",
        "44 44, false",
        "60 20 3, false",
        "90 3 3, false",
        "32 32 32, true",
        "31 33 33, false",
        "24 24 24 24, true",
        "44 44 4 4, false",
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

        assertThat(AddressShares.isUsedUp(address(0), List.copyOf(connected), 96))
                .isEqualTo(expected);
    }

    private static InetAddress address(int number) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) number});
    }
}
