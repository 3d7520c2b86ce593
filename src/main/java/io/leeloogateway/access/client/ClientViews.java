package io.leeloogateway.access.client;

import io.leeloogateway.access.usage.ClientActivities;
import io.leeloogateway.access.usage.ClientActivity;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Adds the recent requests to clients. */
@Component
class ClientViews {

    private final ClientActivities activities;
    private final Clock clock;

    ClientViews(ClientActivities activities, Clock clock) {
        this.activities = activities;
        this.clock = clock;
    }

    ClientView of(Client client) {
        return view(client, activities(List.of(client)));
    }

    List<ClientView> of(List<Client> clients) {
        var found = activities(clients);
        return clients.stream().map(client -> view(client, found)).toList();
    }

    private Map<String, ClientActivity> activities(List<Client> clients) {
        return activities.find(clients.stream().map(Client::id).toList(), clock.instant());
    }

    private static ClientView view(Client client, Map<String, ClientActivity> activities) {
        return ClientView.of(client, activities.getOrDefault(client.id(), ClientActivity.NONE));
    }
}
