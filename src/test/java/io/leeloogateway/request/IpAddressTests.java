package io.leeloogateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTests {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "' 203.0.113.7 ', 203.0.113.7",
        "203.0.113.7:41234, 203.0.113.7",
        "\"203.0.113.7:41234\", 203.0.113.7",
        "2001:db8::1, 2001:db8::1",
        "2001:0DB8:0:0:0:0:0:1, 2001:db8::1",
        "[2001:db8::1], 2001:db8::1",
        "[2001:db8::1]:443, 2001:db8::1",
        "\"[2001:db8::1]:443\", 2001:db8::1",
        "fe80::1%eth0, fe80::1",
        "[fe80::1%25eth0]:80, fe80::1",
        "::ffff:203.0.113.7, 203.0.113.7",
        "[::ffff:cb00:7107]:41234, 203.0.113.7",
        "64:ff9b::203.0.113.7, 64:ff9b::cb00:7107",
        "::1, ::1"
    })
    void addressIsReadInEachForm(String text, String address) {
        assertThat(IpAddress.parse(text).map(IpAddress::toString)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "_hidden",
                "localhost",
                "41234",
                "127.1",
                "0x7f.0.0.1",
                "010.0.0.1",
                "203.0.113.256",
                "203.0.113.7:",
                "203.0.113.7:port",
                "203.0.113.7:123456",
                "203.0.113.7 41234",
                "203.0.113.7, 203.0.113.8",
                "\"203.0.113.7",
                "203.0.113.7\"",
                "[203.0.113.7]",
                "[2001:db8::1",
                "2001:db8::1]:443",
                "[2001:db8::1]x",
                "2001:db8::g",
                "1:2:3:4:5:6:7:8:9",
                ":::",
                "for=203.0.113.7",
                "<script>",
                "203.0.113.7\r\n"
            })
    void otherTextIsNoAddress(String text) {
        assertThat(IpAddress.parse(text.replace("\r\n", "\0"))).isEmpty();
    }
}
