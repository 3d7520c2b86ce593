package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.InvalidRequest;
import java.util.List;
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
                        "raw:read",
                        "sync:run");
    }

    @Test
    void scopeIsFoundByItsExactValue() {
        assertThat(Scope.of("people:write")).contains(Scope.PEOPLE_WRITE);
        assertThat(Scope.of("PEOPLE:WRITE")).isEmpty();
        assertThat(Scope.of("people_write")).isEmpty();
    }

    @Test
    void listOfScopesIsParsed() {
        assertThat(Scope.parse(List.of("people:write", "tags:read", "people:write")))
                .containsExactly(Scope.PEOPLE_WRITE, Scope.TAGS_READ);
    }

    @Test
    void eachUnknownScopeIsNamedByItsPosition() {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> Scope.parse(List.of("people:write", "people", "tags:read", "tags:write")))
                .satisfies(failure -> assertThat(failure.errors())
                        .extracting(InvalidField::field, InvalidField::code)
                        .containsExactly(tuple("scopes[1]", "unknown"), tuple("scopes[3]", "unknown")));
    }
}
