package io.leeloogateway.access.client;

import io.leeloogateway.request.CursorPage;
import io.leeloogateway.request.CursorPageRequest;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
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

/** The API keys of clients. */
@RestController
@RequestMapping(ClientsController.PATH + "/{clientId}/keys")
@Tag(name = "Clients")
class ClientKeysController {

    private static final ApiKeyForm DEFAULTS = new ApiKeyForm(null, null);

    private final ApiKeyService keys;

    ClientKeysController(ApiKeyService keys) {
        this.keys = keys;
    }

    /**
     * Create a key for a client. Only this response contains the key: the gateway stores its hash. A client can have several
     * keys, so that a new key can replace an old key before the old key expires.
     *
     * @param clientId the client's id; an unknown one is a 404
     * @param form its label and when it expires; optional
     * @return the key, shown only once
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Route(action = "clients.createKey", scope = "admin")
    ResponseEntity<NewApiKeyView> createKey(
            @PathVariable String clientId, @Valid @RequestBody(required = false) @Nullable ApiKeyForm form) {
        var created = keys.createKey(clientId, Optional.ofNullable(form).orElse(DEFAULTS));
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(NewApiKeyView.of(created));
    }

    /**
     * List the keys of a client. The newest key comes first; expired and revoked keys are included, secrets are not.
     *
     * @param clientId the client's id; an unknown one is a 404
     * @param page the page
     * @return the page
     */
    @GetMapping
    @Route(action = "clients.listKeys", scope = "admin")
    CursorPage<ApiKeyView> listKeys(@PathVariable String clientId, @Valid @ParameterObject CursorPageRequest page) {
        return keys.listKeys(clientId, page);
    }

    /**
     * Change the label or the expiry of a key. To rotate a key without an outage, create a new key, deploy it, and let the old key expire: both
     * keys work until then. A revoked key stays revoked. An unknown client or key is a 404, an instant in the past a 400.
     *
     * @param clientId the client's id
     * @param keyId the key's id
     * @param form the change
     * @return the changed key
     */
    @PatchMapping("/{keyId}")
    @Route(action = "clients.changeKey", scope = "admin")
    ApiKeyView changeKey(
            @PathVariable String clientId, @PathVariable String keyId, @Valid @RequestBody ApiKeyChangeForm form) {
        return ApiKeyView.of(keys.changeKey(clientId, keyId, form));
    }

    /**
     * Revoke a key. The key stops working at once on this replica and within 5 seconds on every other. It stays in the list.
     * A second revocation changes nothing. An unknown client or key is a 404.
     *
     * @param clientId the client's id
     * @param keyId the key's id
     */
    @DeleteMapping("/{keyId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Route(action = "clients.revokeKey", scope = "admin")
    void revokeKey(@PathVariable String clientId, @PathVariable String keyId) {
        keys.revokeKey(clientId, keyId);
    }
}
