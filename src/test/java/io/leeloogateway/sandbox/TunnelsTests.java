package io.leeloogateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SandboxTest
class TunnelsTests {

    private final SandboxClient leeloo;

    @Autowired
    TunnelsTests(SandboxClient leeloo) {
        this.leeloo = leeloo;
    }

    @Test
    void toolsAreLinkedNotIncluded() {
        var answer = leeloo.get("/tunnels/" + Known.TUNNEL + "?include=leadgentools");

        assertThat(answer.propertyNames()).containsExactlyInAnyOrder("data", "linked", "status");
        assertThat(answer.at("/data/links/leadgentools/0"))
                .hasToString("{\"type\":\"leadgentools\",\"id\":\"" + Known.TOOL + "\"}");
        assertThat(answer.at("/linked/leadgentools/0/id").asString()).isEqualTo(Known.TOOL);
    }

    @Test
    void theFirstTunnelHasADateWithoutSeconds() {
        var oldest = leeloo.get("/tunnels").at("/data/7");

        assertThat(oldest.path("createdAt").asString()).isEqualTo("2015-04-02T14:20Z");
    }

    @Test
    void statisticsAreArraysAndStatsIsNoTunnel() {
        var all = leeloo.get("/tunnels/stats").path("data");
        var one = leeloo.get("/tunnels/" + Known.TUNNEL + "/stats").path("data");

        assertThat(all.size()).isEqualTo(8);
        assertThat(one.size()).isEqualTo(1);
        assertThat(all.path(0)).isEqualTo(one.path(0));
        assertThat(one.at("/0/totalSale").isNumber()).isTrue();
    }

    @Test
    void subscriptionsAppearInTheHistoryAndTheStatistics() {
        var before = leeloo.get("/tunnels/" + Known.TUNNEL + "/stats")
                .at("/data/0/subscribers")
                .asInt();

        leeloo.post(
                "/communication-channels/" + Known.CHANNEL + "/manual-subscribe",
                "{\"tunnel_id\":\"" + Known.TUNNEL + "\",\"tunnel_block_id\":\"" + Known.BLOCK + "\"}");

        var history = leeloo.get("/people/" + Known.ANNA).at("/data/subscribeHistory");
        assertThat(history.size()).isEqualTo(3);
        assertThat(history.at("/2/tunnelId").asString()).isEqualTo(Known.TUNNEL);
        assertThat(history.at("/2/accountId").asString()).isEqualTo(Known.CHANNEL);
        assertThat(leeloo.get("/tunnels/" + Known.TUNNEL + "/stats")
                        .at("/data/0/subscribers")
                        .asInt())
                .isEqualTo(before + 1);
    }

    @Test
    void blocksOfAnotherTunnelAreWrong() {
        var answer = leeloo.post(
                "/communication-channels/" + Known.CHANNEL + "/manual-subscribe",
                "{\"tunnel_id\":\"" + Known.TUNNEL + "\",\"tunnel_block_id\":\"" + Kind.BLOCK.id(4) + "\"}");

        assertThat(answer.at("/error/fields/tunnel_block_id").asString()).isEqualTo("WRONG_ID");
    }

    @Test
    void eachTrafficSourceIsNew() {
        var path = "/leadgentools/" + Known.TOOL + "/create-traffic-source";

        var first = leeloo.post(path, "{\"name\":\"Poster\"}").path("data");
        var second = leeloo.post(path, "{\"name\":\"Poster\"}").path("data");

        assertThat(first.path("id").asString()).isEqualTo("64a0c3f0000f000000000011");
        assertThat(second.path("id").asString()).isEqualTo("64a0c3f0000f000000000012");
        assertThat(first.path("hash").asString())
                .matches("[0-9a-z]{6}")
                .isNotEqualTo(second.path("hash").asString());
        assertThat(first.path("tunnel_id").asString()).isEqualTo(Known.TUNNEL);
        assertThat(first.path("fb_adset_id").isNull()).isTrue();
    }
}
