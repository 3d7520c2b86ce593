package io.leeloogateway.access.client;

import io.leeloogateway.request.CursorPage;
import io.leeloogateway.request.CursorPageRequest;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The clients: who may call the gateway. */
@RestController
@RequestMapping(ClientsController.PATH)
@Tag(name = "Clients")
class ClientsController {

    static final String PATH = "/api/v1/clients";

    private final ClientService admissions;

    ClientsController(ClientService admissions) {
        this.admissions = admissions;
    }

    /**
     * Makes a client. It can call as soon as it has a key. An unknown scope or a bad network is a 400 that names it, a name
     * that another client has is a 409.
     *
     * @param form the client
     * @return the client, with its id; its address is in {@code Location}
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Route(action = "clients.create", scope = "admin")
    ResponseEntity<ClientView> createClient(@Valid @RequestBody ClientForm form) {
        var client = admissions.createClient(form);
        return ResponseEntity.created(URI.create(PATH + "/" + client.id())).body(ClientView.of(client));
    }

    /**
     * Lists the clients, the newest first.
     *
     * @param walk which part of the list
     * @return a part of the list
     */
    @GetMapping
    @Route(action = "clients.list", scope = "admin")
    CursorPage<ClientView> listClients(@Valid @ParameterObject CursorPageRequest walk) {
        return admissions.listClients(walk);
    }

    /**
     * Shows a client. An unknown id is a 404.
     *
     * @param clientId the client's id
     * @return the client
     */
    @GetMapping("/{clientId}")
    @Route(action = "clients.find", scope = "admin")
    ClientView findClient(@PathVariable String clientId) {
        return ClientView.of(admissions.findClient(clientId));
    }

    /**
     * Changes a client: what is absent stays. It counts at once where it was changed and within 5 seconds on every replica;
     * {@code frozen} stops all keys of the client, {@code active} lets them work again. An unknown id is a 404, an unknown scope
     * or a bad network a 400 that names it, a name that another client has a 409.
     *
     * @param clientId the client's id
     * @param form what is to be different
     * @return the client as it is now
     */
    @PatchMapping("/{clientId}")
    @Route(action = "clients.change", scope = "admin")
    ClientView changeClient(@PathVariable String clientId, @Valid @RequestBody ClientChangeForm form) {
        return ClientView.of(admissions.changeClient(clientId, form));
    }
}
