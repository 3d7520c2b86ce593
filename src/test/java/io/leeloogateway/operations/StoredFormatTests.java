package io.leeloogateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.leeloo.change.AddComment;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.operations.idempotency.StoredResponse;
import io.leeloogateway.operations.reconcile.StoredChange;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of earlier versions stay readable: these texts are what earlier versions stored. */
class StoredFormatTests {

    private static final String REJECTION = """
            {"problem":"SLUG","detail":"Leeloo rejected the request","errors":[{"field":"phone","code":"WRONG","detail":"is wrong"}]}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "SendTemplate {\"channelId\":\"c\",\"templateId\":\"t\",\"variables\":{\"name\":\"Anna\"}}",
                "SendMessage {\"channelId\":\"c\",\"text\":\"Hello\"}",
                "Subscribe {\"channelId\":\"c\",\"tunnelId\":\"t\",\"blockId\":\"b\"}",
                "CreateTrafficSource {\"toolId\":\"l\",\"name\":\"Spring\",\"description\":\"d\"}",
                "CreateOrder {\"personId\":\"p\",\"offerId\":\"o\",\"paymentCreditsId\":\"c\",\"email\":\"e@example.org\",\"phone\":\"+12025550143\",\"transactionDate\":\"2026-01-13T08:20:37.508Z\",\"notification\":\"SENT\",\"managerId\":\"m\"}",
                "ChangeOrder {\"orderId\":\"o\",\"status\":\"RESOLVED\",\"paymentDate\":\"2026-01-13T08:20:37.508Z\",\"currency\":\"USD\",\"price\":1990.50,\"comment\":\"paid\"}",
                "CreatePerson {\"name\":\"Anna\",\"email\":\"e@example.org\",\"phone\":\"+12025550143\",\"leadGenerationToolId\":\"l\",\"operatorIds\":[\"u\"]}",
                "ChangePerson {\"personId\":\"p\",\"phone\":\"+12025550143\",\"email\":\"e@example.org\",\"customFields\":[{\"type\":\"STRING\",\"name\":\"City\",\"value\":\"Kyiv\"}]}",
                "ImportPeople {\"people\":[{\"name\":\"Anna\",\"email\":\"e@example.org\",\"phone\":\"+12025550143\"}],\"connectionId\":\"c\",\"leadGenerationToolId\":\"l\",\"tagIds\":[\"t\"]}",
                "AddComment {\"personId\":\"p\",\"text\":\"Called\"}",
                "AddTag {\"personId\":\"p\",\"tagId\":\"t\"}",
                "RemoveTag {\"personId\":\"p\",\"tagId\":\"t\"}",
                "RecordCall {\"userId\":\"u\",\"channelId\":\"c\",\"from\":\"+1\",\"to\":\"+2\",\"date\":\"2026-01-13T08:20:37.508Z\",\"recordLink\":\"https://example.org\",\"status\":\"SUCCESS\",\"duration\":61,\"type\":\"INBOUND\"}"
            })
    void formatOfChangesIsStable(String name, String stored) {
        var change = StoredChange.read(name, stored);

        assertThat(StoredChange.nameOf(change)).isEqualTo(name);
        assertThat(StoredChange.write(change)).isEqualTo(stored);
    }

    @Test
    void formatOfResponsesIsStable() {
        var stored = """
                {"value":{"id":"c","text":"Called","personId":"p","createdBy":"u","createdAt":"2026-01-13T08:20:37.508Z"}}""";

        var response = StoredResponse.read(stored, new AddComment("p", "Called"));

        assertThat(StoredResponse.write(response)).isEqualTo(stored);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_FOUND", "LEELOO_REJECTED", "LEELOO_CREDENTIALS"})
    void formatOfRejectionsIsStable(ProblemType type) {
        var stored = REJECTION.replace("SLUG", type.name());

        assertThatThrownBy(() -> StoredResponse.read(stored, new AddTag("p", "t")))
                .isInstanceOfSatisfying(ProblemException.class, replayed -> {
                    assertThat(replayed.type()).isEqualTo(type);
                    assertThat(StoredResponse.write(replayed)).isEqualTo(stored);
                });
    }
}
