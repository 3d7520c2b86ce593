package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Accepted;
import java.util.Map;

/** Leeloo endpoint 3: send a template message to a channel. */
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
