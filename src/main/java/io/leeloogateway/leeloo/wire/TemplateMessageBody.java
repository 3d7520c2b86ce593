package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.leeloogateway.leeloo.change.SendTemplate;
import java.util.Map;

/** Request body of Leeloo endpoint 3. */
record TemplateMessageBody(
        @JsonProperty("account_id") String channelId,
        @JsonProperty("template_id") String templateId,
        Map<String, String> variables) {

    static TemplateMessageBody of(SendTemplate change) {
        return new TemplateMessageBody(change.channelId(), change.templateId(), change.variables());
    }
}
