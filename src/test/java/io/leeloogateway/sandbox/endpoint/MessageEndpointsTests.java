package io.leeloogateway.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.sandbox.SandboxClient;
import io.leeloogateway.sandbox.SandboxTest;
import io.leeloogateway.sandbox.SeedIds;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SandboxTest
class MessageEndpointsTests {

    @Autowired
    SandboxClient leeloo;

    @Test
    void messagesAreNewestFirst() {
        var chat = leeloo.get("/communication-channels/" + SeedIds.CHANNEL + "/chat-messages");

        var times = chat.path("data")
                .valueStream()
                .map(it -> it.path("createdAt").asString())
                .toList();
        assertThat(times).hasSize(12).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(chat.path("data").valueStream().map(it -> it.path("type").asString()))
                .contains("YOUR_MESSAGE", "FRIEND_MESSAGE", "SYSTEM_MESSAGE");
        assertThat(chat.path("data").valueStream().map(it -> it.path("text").asString()))
                .contains("");
    }

    @Test
    void sentMessagesAreListed() {
        leeloo.post("/messages/send-message", "{\"account_id\":\"" + SeedIds.CHANNEL + "\",\"text\":\"Привіт\"}");

        var chat = leeloo.get("/communication-channels/" + SeedIds.CHANNEL + "/chat-messages?limit=1");

        assertThat(chat.at("/data/0/text").asString()).isEqualTo("Привіт");
        assertThat(chat.at("/data/0/type").asString()).isEqualTo("YOUR_MESSAGE");
        assertThat(chat.at("/meta/totalCount").asInt()).isEqualTo(13);
    }

    @Test
    void templateVariablesAreReplaced() {
        leeloo.post(
                "/messages/send-template",
                "{\"account_id\":\"" + SeedIds.CHANNEL + "\",\"template_id\":\"" + SeedIds.TEMPLATE
                        + "\",\"variables\":{\"name\":\"Anna\"}}");

        var chat = leeloo.get("/communication-channels/" + SeedIds.CHANNEL + "/chat-messages?limit=1");

        assertThat(chat.at("/data/0/text").asString()).isEqualTo("Hello Anna!");
    }

    @Test
    void sendingUpdatesTheTimeOfTheLastMessage() {
        leeloo.post("/messages/send-message", "{\"account_id\":\"" + SeedIds.CHANNEL + "\",\"text\":\"Hi\"}");

        var row = leeloo.get("/people?limit=1").at("/data/0");

        assertThat(row.path("lastMessageTime").asString()).isEqualTo("2026-02-01T10:00:00.000Z");
    }

    @Test
    void messagesNeedTheIdOfAChannel() {
        var response =
                leeloo.post("/messages/send-message", "{\"account_id\":\"" + SeedIds.ANNA + "\",\"text\":\"Hi\"}");

        assertThat(response.path("error"))
                .hasToString("{\"code\":\"WRONG_ID\",\"fields\":{\"account_id\":\"WRONG_ID\"}}");
    }
}
