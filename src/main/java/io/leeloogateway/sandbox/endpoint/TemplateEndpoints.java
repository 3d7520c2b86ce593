package io.leeloogateway.sandbox.endpoint;

import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.Reply;
import io.leeloogateway.sandbox.http.WireCall;
import io.leeloogateway.sandbox.state.SandboxState;

/** Leeloo endpoints 1 and 2. Their lists are inside an object and have no meta. */
final class TemplateEndpoints {

    private TemplateEndpoints() {}

    static void addTo(EndpointTable endpoints) {
        endpoints.add("GET", "/categories/templates", TemplateEndpoints::categories);
        endpoints.add("GET", "/categories/templates/*", TemplateEndpoints::templates);
    }

    private static Reply categories(SandboxState state, WireCall call) {
        var data = JsonBuilder.object();
        data.set("categories", JsonBuilder.array(state.categories.all(), it -> JsonBuilder.named(it.id(), it.name())));
        return Reply.data(data);
    }

    private static Reply templates(SandboxState state, WireCall call) {
        var category = state.categories.get(call.id());
        var data = JsonBuilder.object();
        data.set(
                "templates",
                JsonBuilder.array(
                        category.templates(),
                        it -> JsonBuilder.object().put("id", it.id()).put("message_name", it.name())));
        return Reply.data(data);
    }
}
