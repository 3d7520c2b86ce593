package io.leeloogateway.access.client;

import io.leeloogateway.access.usage.RecentUsage;
import io.leeloogateway.access.usage.UsageFlusher;
import io.leeloogateway.request.CursorPage;
import io.leeloogateway.request.CursorPageRequest;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The API clients of the gateway. */
@RestController
@RequestMapping(ClientsController.PATH)
@Tag(name = "Clients")
class ClientsController {

    static final String PATH = "/api/v1/clients";

    private final ClientService clients;
    private final ClientViews views;
    private final UsageFlusher usageFlusher;

    ClientsController(ClientService clients, ClientViews views, UsageFlusher usageFlusher) {
        this.clients = clients;
        this.views = views;
        this.usageFlusher = usageFlusher;
    }

    /**
     * Create a client. The client needs a key before its first request. An unknown scope or an invalid network is a 400 that
     * names it, the name of another client is a 409.
     *
     * @param form the client
     * @return the created client; {@code Location} is its address
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Route(action = "clients.create", scope = "admin")
    ResponseEntity<ClientView> createClient(@Valid @RequestBody ClientForm form) {
        var client = clients.createClient(form);
        return ResponseEntity.created(URI.create(PATH + "/" + client.id())).body(views.of(client));
    }

    /**
     * List the clients. The newest client comes first. {@code q} finds a part of the name, the owner or the id.
     *
     * @param filter the filter
     * @param page the page
     * @return the page
     */
    @GetMapping
    @Route(action = "clients.list", scope = "admin")
    CursorPage<ClientView> listClients(
            @Valid @ParameterObject ClientFilter filter, @Valid @ParameterObject CursorPageRequest page) {
        var found = clients.listClients(filter, page);
        return new CursorPage<>(views.of(found.items()), found.nextCursor());
    }

    /**
     * Get a client. An unknown id is a 404.
     *
     * @param clientId the client's id
     * @return the client
     */
    @GetMapping("/{clientId}")
    @Route(action = "clients.find", scope = "admin")
    ClientView findClient(@PathVariable String clientId) {
        return views.of(clients.findClient(clientId));
    }

    /**
     * Change a client. Absent fields stay as they are. The change takes effect at once on this replica and within 5 seconds on
     * every other. The state {@code frozen} disables all keys of the client, {@code active} enables them again. An unknown id is
     * a 404, an unknown scope or an invalid network a 400 that names it, the name of another client a 409.
     *
     * @param clientId the client's id
     * @param form the change
     * @return the changed client
     */
    @PatchMapping("/{clientId}")
    @Route(action = "clients.change", scope = "admin")
    ClientView changeClient(@PathVariable String clientId, @Valid @RequestBody ClientChangeForm form) {
        return views.of(clients.changeClient(clientId, form));
    }

    /**
     * Get the usage of a client. Counts the requests of all its keys, in whole minutes, with a delay of a few seconds. An unknown id is a
     * 404.
     *
     * @param clientId the client's id
     * @return the requests of the last hour and of the last day
     */
    @GetMapping("/{clientId}/usage")
    @Route(action = "clients.findUsage", scope = "admin")
    RecentUsage findUsage(@PathVariable String clientId) {
        return clients.findUsage(clientId);
    }

    /**
     * Delete a client that was never used, with its keys. A client that has sent requests is a 409: its audit entries and operations name
     * it, so freeze it instead. An unknown id is a 404.
     *
     * @param clientId the client's id
     */
    @DeleteMapping("/{clientId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Route(action = "clients.delete", scope = "admin")
    void deleteClient(@PathVariable String clientId) {
        usageFlusher.flush();
        clients.deleteClient(clientId);
    }
}
