package io.leeloogateway.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.sandbox.SandboxClient;
import io.leeloogateway.sandbox.SandboxTest;
import io.leeloogateway.sandbox.SeedIds;
import io.leeloogateway.sandbox.state.IdKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SandboxTest
class TunnelEndpointsTests {

    @Autowired
    SandboxClient leeloo;

    @Test
    void toolsAreInLinkedNotInIncluded() {
        var response = leeloo.get("/tunnels/" + SeedIds.TUNNEL + "?include=leadgentools");

        assertThat(response.propertyNames()).containsExactlyInAnyOrder("data", "linked", "status");
        assertThat(response.at("/data/links/leadgentools/0"))
                .hasToString("{\"type\":\"leadgentools\",\"id\":\"" + SeedIds.TOOL + "\"}");
        assertThat(response.at("/linked/leadgentools/0/id").asString()).isEqualTo(SeedIds.TOOL);
    }

    @Test
    void oldestTunnelHasADateWithoutSeconds() {
        var oldest = leeloo.get("/tunnels").at("/data/7");

        assertThat(oldest.path("createdAt").asString()).isEqualTo("2015-04-02T14:20Z");
    }

    @Test
    void statisticsAreArrays() {
        var all = leeloo.get("/tunnels/stats").path("data");
        var one = leeloo.get("/tunnels/" + SeedIds.TUNNEL + "/stats").path("data");

        assertThat(all.size()).isEqualTo(8);
        assertThat(one.size()).isEqualTo(1);
        assertThat(all.path(0)).isEqualTo(one.path(0));
        assertThat(one.at("/0/totalSale").isNumber()).isTrue();
    }

    @Test
    void subscriptionIsInTheHistoryAndTheStatistics() {
        var before = leeloo.get("/tunnels/" + SeedIds.TUNNEL + "/stats")
                .at("/data/0/subscribers")
                .asInt();

        leeloo.post(
                "/communication-channels/" + SeedIds.CHANNEL + "/manual-subscribe",
                "{\"tunnel_id\":\"" + SeedIds.TUNNEL + "\",\"tunnel_block_id\":\"" + SeedIds.BLOCK + "\"}");

        var history = leeloo.get("/people/" + SeedIds.ANNA).at("/data/subscribeHistory");
        assertThat(history.size()).isEqualTo(3);
        assertThat(history.at("/2/tunnelId").asString()).isEqualTo(SeedIds.TUNNEL);
        assertThat(history.at("/2/accountId").asString()).isEqualTo(SeedIds.CHANNEL);
        assertThat(leeloo.get("/tunnels/" + SeedIds.TUNNEL + "/stats")
                        .at("/data/0/subscribers")
                        .asInt())
                .isEqualTo(before + 1);
    }

    @Test
    void blockOfAnotherTunnelIsRejected() {
        var response = leeloo.post(
                "/communication-channels/" + SeedIds.CHANNEL + "/manual-subscribe",
                "{\"tunnel_id\":\"" + SeedIds.TUNNEL + "\",\"tunnel_block_id\":\"" + IdKind.BLOCK.id(4) + "\"}");

        assertThat(response.at("/error/fields/tunnel_block_id").asString()).isEqualTo("WRONG_ID");
    }

    @Test
    void repeatedCallCreatesASecondTrafficSource() {
        var path = "/leadgentools/" + SeedIds.TOOL + "/create-traffic-source";

        var first = leeloo.post(path, "{\"name\":\"Poster\"}").path("data");
        var second = leeloo.post(path, "{\"name\":\"Poster\"}").path("data");

        assertThat(first.path("id").asString()).isEqualTo("64a0c3f0000f000000000011");
        assertThat(second.path("id").asString()).isEqualTo("64a0c3f0000f000000000012");
        assertThat(first.path("hash").asString())
                .matches("[0-9a-z]{6}")
                .isNotEqualTo(second.path("hash").asString());
        assertThat(first.path("tunnel_id").asString()).isEqualTo(SeedIds.TUNNEL);
        assertThat(first.path("fb_adset_id").isNull()).isTrue();
    }
}
