package io.leeloogateway.sandbox.endpoint;

import io.leeloogateway.sandbox.http.Reply;
import io.leeloogateway.sandbox.http.WireCall;
import io.leeloogateway.sandbox.state.SandboxState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of operations: a method and a path in which {@code *} stands for an id. */
public final class EndpointTable {

    private final List<Route> routes = new ArrayList<>();

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

    /** Adds a route; what is added first wins. */
    EndpointTable add(String method, String pattern, Operation operation) {
        routes.add(new Route(method, List.of(pattern.split("/", -1)), operation));
        return this;
    }

    public Optional<Reply> answer(SandboxState company, WireCall call) {
        var steps = List.of(call.path().split("/", -1));
        for (var route : routes) {
            var id = route.match(call.method(), steps);
            if (id != null) {
                return Optional.of(route.operation.answer(company, call.withId(id)));
            }
        }
        return Optional.empty();
    }

    int size() {
        return routes.size();
    }

    /** Answers one operation; it runs alone, under the company's lock. */
    @FunctionalInterface
    interface Operation {
        public Reply answer(SandboxState company, WireCall call);
    }

    private record Route(String method, List<String> pattern, Operation operation) {

        @Nullable
        String match(String givenMethod, List<String> steps) {
            if (!method.equals(givenMethod) || pattern.size() != steps.size()) {
                return null;
            }
            var id = "";
            for (int i = 0; i < steps.size(); i++) {
                if (pattern.get(i).equals("*")) {
                    id = steps.get(i);
                } else if (!pattern.get(i).equals(steps.get(i))) {
                    return null;
                }
            }
            return id;
        }
    }
}
