package io.leeloogateway.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.leeloo.model.Channel;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChannelViewTests {

    @Test
    void channelWithoutAPersonHasNoPersonIds() {
        var channel = new Channel("64a0c3f00001000000000003", null, null, "MANUAL", null, Map.of(), null, null);

        assertThat(ChannelView.of(channel).personIds()).isEmpty();
    }
}
