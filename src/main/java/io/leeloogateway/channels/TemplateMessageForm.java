package io.leeloogateway.channels;

import io.leeloogateway.leeloo.LeelooId;
import io.leeloogateway.leeloo.change.SendTemplate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to send from a template.
 *
 * @param templateId id of the template, 24 lower-case hex characters
 * @param variables values of the template's variables, by name; at most 100
 */
record TemplateMessageForm(
        @NotNull @LeelooId String templateId,

        @Size(max = 100) @Nullable
        Map<@NotBlank @Size(max = 255) String, @NotNull @Size(max = 4096) String> variables) {

    SendTemplate toChange(String channelId) {
        return new SendTemplate(channelId, templateId, variables == null ? Map.of() : variables);
    }
}
