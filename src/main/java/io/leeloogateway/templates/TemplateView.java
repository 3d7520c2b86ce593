package io.leeloogateway.templates;

import io.leeloogateway.leeloo.model.Template;
import org.jspecify.annotations.Nullable;

/**
 * A message template.
 *
 * @param id Leeloo's id of the template; send it with {@code POST /channels/{channelId}/template-messages}
 * @param name name of the template
 */
record TemplateView(String id, @Nullable String name) {

    static TemplateView of(Template template) {
        return new TemplateView(template.id(), template.name());
    }
}
