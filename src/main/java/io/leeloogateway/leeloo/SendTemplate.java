package io.leeloogateway.leeloo;

import java.util.Map;

/** Operation 3: sends a template to a channel. */
public record SendTemplate(String channelId, String templateId, Map<String, String> variables)
        implements Change<Accepted> {

    public SendTemplate {
        variables = Map.copyOf(variables);
    }

    @Override
    public Target target() {
        return Target.of("channel", channelId);
    }
}
