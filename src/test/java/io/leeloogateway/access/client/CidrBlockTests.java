package io.leeloogateway.access.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.request.IpAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrBlockTests {

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.1.255.255, 10.2.0.0",
        "0.0.0.0/0, 203.0.113.9, ::1",
        "192.0.2.7/32, 192.0.2.7, 192.0.2.6",
        "192.0.2.128/25, 192.0.2.255, 192.0.2.127",
        "2001:db8::/32, 2001:db8:ffff::1, 2001:db9::1",
        "::1/128, 0:0:0:0:0:0:0:1, 127.0.0.1",
        "fe80::/10, fe80:0:0:0:1:2:3:4%eth0, fec0::1",
        "::/0, 2001:db8::1, 10.0.0.1",
        "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255/128, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ::1",
        "10.0.0.0/8, ::ffff:10.1.2.3, ::ffff:11.1.2.3"
    })
    void blockContainsOnlyItsAddresses(String text, String inside, String outside) {
        var block = CidrBlock.parse(text).orElseThrow();

        assertThat(block.contains(IpAddress.parse(inside).orElseThrow())).isTrue();
        assertThat(block.contains(IpAddress.parse(outside).orElseThrow())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.1/8",
                "10.0/8",
                "10.0.0.256/32",
                "010.0.0.0/-1",
                "010.0.0.0/8",
                "10.0.00.0/8",
                "10.0.0.0/08",
                "2001:db8::/032",
                "::ffff:10.0.0.0/8",
                "::ffff:a00:0/24",
                "0:0:0:0:0:ffff:0:0/0",
                "2001:db8::/129",
                "2001:db8::1/32",
                "::ffff:10.0.0.0/104",
                "fe80::1%lo/128",
                "example.org/8",
                ":/0",
                "10.0.0.0/8 ",
                "١.0.0.0/8"
            })
    void invalidTextIsRejected(String text) {
        assertThat(CidrBlock.parse(text)).isEmpty();
    }
}
