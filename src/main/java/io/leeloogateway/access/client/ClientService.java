package io.leeloogateway.access.client;

import io.leeloogateway.access.AccessProperties;
import io.leeloogateway.access.apikey.Base62;
import io.leeloogateway.access.usage.RecentUsage;
import io.leeloogateway.access.usage.UsageRepository;
import io.leeloogateway.request.Cursor;
import io.leeloogateway.request.CursorPage;
import io.leeloogateway.request.CursorPageRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, lists, finds, changes and deletes clients. */
@Service
class ClientService {

    private static final String ID_PREFIX = "cl_";
    private static final int ID_LENGTH = 12;

    private final ClientRepository clients;
    private final ClientKeyRepository keys;
    private final UsageRepository usage;
    private final AccessProperties properties;
    private final SecureRandom random;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ClientService(
            ClientRepository clients,
            ClientKeyRepository keys,
            UsageRepository usage,
            AccessProperties properties,
            SecureRandom random,
            Clock clock,
            ApplicationEventPublisher events) {
        this.clients = clients;
        this.keys = keys;
        this.usage = usage;
        this.properties = properties;
        this.random = random;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    Client createClient(ClientForm form) {
        // PostgreSQL stores microseconds; a finer instant would differ when it is read again.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = ID_PREFIX + Base62.random(random, ID_LENGTH);
        var client = form.toClient(id, properties.requestsPerMinute(), now);
        clients.insert(client);
        return client;
    }

    @Transactional
    Client changeClient(String clientId, ClientChangeForm form) {
        var client = findForUpdate(clientId);
        form.applyTo(client);
        events.publishEvent(new ClientPermissionsChanged(clientId));
        clients.update(client);
        return client;
    }

    /** The counts of this instance are stored first; those of another instance may be a few seconds late. */
    @Transactional
    void deleteClient(String clientId) {
        var client = findForUpdate(clientId);
        if (usage.isPresent(clientId) || keys.isAnyUsed(clientId)) {
            throw new ClientInUse();
        }
        keys.deleteOfClient(clientId);
        clients.delete(client.id());
        events.publishEvent(new ClientPermissionsChanged(clientId));
    }

    RecentUsage findUsage(String clientId) {
        findClient(clientId);
        return usage.findRecent(clientId, clock.instant());
    }

    CursorPage<Client> listClients(ClientFilter filter, CursorPageRequest page) {
        var rows = clients.findBefore(page.after(), filter.text(), page.fetchLimit());
        return page.toPage(rows, client -> new Cursor(client.createdAt(), client.id()), Function.identity());
    }

    Client findClient(String clientId) {
        return clients.find(clientId).orElseThrow(ClientNotFound::new);
    }

    private Client findForUpdate(String clientId) {
        return clients.findForUpdate(clientId).orElseThrow(ClientNotFound::new);
    }
}
