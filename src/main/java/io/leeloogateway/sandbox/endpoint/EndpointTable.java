package io.leeloogateway.sandbox.endpoint;

import io.leeloogateway.sandbox.http.Reply;
import io.leeloogateway.sandbox.http.WireCall;
import io.leeloogateway.sandbox.state.SandboxState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of all endpoints: a method and a path, in which {@code *} is an id. */
public final class EndpointTable {

    private final List<Route> endpoints = new ArrayList<>();

    public EndpointTable() {
        TemplateEndpoints.addTo(this);
        MessageEndpoints.addTo(this);
        ChannelEndpoints.addTo(this);
        OrderEndpoints.addTo(this);
        PeopleEndpoints.addTo(this);
        NewPeopleEndpoints.addTo(this);
        TunnelEndpoints.addTo(this);
        DirectoryEndpoints.addTo(this);
    }

    /** Adds an endpoint; the first matching endpoint wins. */
    EndpointTable add(String method, String pattern, Handler handler) {
        endpoints.add(new Route(method, List.of(pattern.split("/", -1)), handler));
        return this;
    }

    public Optional<Reply> handle(SandboxState state, WireCall call) {
        var segments = List.of(call.path().split("/", -1));
        for (var route : endpoints) {
            var id = route.match(call.method(), segments);
            if (id != null) {
                return Optional.of(route.handler.handle(state, call.withId(id)));
            }
        }
        return Optional.empty();
    }

    int size() {
        return endpoints.size();
    }

    /** Handles a call to an endpoint while it holds the lock of the company. */
    @FunctionalInterface
    interface Handler {
        Reply handle(SandboxState state, WireCall call);
    }

    private record Route(String method, List<String> pattern, Handler handler) {

        @Nullable
        String match(String requestMethod, List<String> segments) {
            if (!method.equals(requestMethod) || pattern.size() != segments.size()) {
                return null;
            }
            var id = "";
            for (int i = 0; i < segments.size(); i++) {
                if (pattern.get(i).equals("*")) {
                    id = segments.get(i);
                } else if (!pattern.get(i).equals(segments.get(i))) {
                    return null;
                }
            }
            return id;
        }
    }
}
