package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopeTests {

    @Test
    void scopesHaveTheirDocumentedValues() {
        assertThat(Scope.values())
                .extracting(Scope::value)
                .containsExactlyInAnyOrder(
                        "people:read",
                        "people:write",
                        "orders:read",
                        "orders:write",
                        "tags:read",
                        "channels:read",
                        "channels:write",
                        "messages:read",
                        "messages:send",
                        "templates:read",
                        "tunnels:read",
                        "tunnels:write",
                        "users:read",
                        "calls:write",
                        "admin",
                        "audit:read",
                        "sync:run",
                        "raw:read");
    }

    @Test
    void scopeIsFoundByItsExactValue() {
        assertThat(Scope.of("people:write")).contains(Scope.PEOPLE_WRITE);
        assertThat(Scope.of("PEOPLE:WRITE")).isEmpty();
        assertThat(Scope.of("people_write")).isEmpty();
    }
}
