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

/** The keys that clients show. */
@RestController
@RequestMapping(ClientsController.PATH + "/{clientId}/keys")
@Tag(name = "Clients")
class ClientKeysController {

    private static final ApiKeyForm DEFAULTS = new ApiKeyForm(null);

    private final ApiKeyService keys;

    ClientKeysController(ApiKeyService keys) {
        this.keys = keys;
    }

    /**
     * Makes a key for a client. The key is in this answer and nowhere else: the gateway keeps a hash of it. A client may have
     * several, so that a new one can take over before the old one expires.
     *
     * @param clientId the client's id; an unknown one is a 404
     * @param form when it expires; may be left out
     * @return the key, this once
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Route(action = "clients.createKey", scope = "admin")
    ResponseEntity<NewApiKeyView> createKey(
            @PathVariable String clientId, @Valid @RequestBody(required = false) @Nullable ApiKeyForm form) {
        var made = keys.createKey(clientId, Optional.ofNullable(form).orElse(DEFAULTS));
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(NewApiKeyView.of(made));
    }

    /**
     * Lists the keys of a client, the newest first, expired and revoked ones too. None is shown whole.
     *
     * @param clientId the client's id; an unknown one is a 404
     * @param walk which part of the list
     * @return a part of the list
     */
    @GetMapping
    @Route(action = "clients.listKeys", scope = "admin")
    CursorPage<ApiKeyView> listKeys(@PathVariable String clientId, @Valid @ParameterObject CursorPageRequest walk) {
        return keys.listKeys(clientId, walk);
    }

    /**
     * Moves the end of a key. To roll a key without an outage, make a new one, hand it over, and give the old one its end here: both
     * work until then. A key that was revoked stays so. An unknown client or key is a 404, a moment that is over a 400.
     *
     * @param clientId the client's id
     * @param keyId the key's id
     * @param form when it expires
     * @return the key as it is now
     */
    @PatchMapping("/{keyId}")
    @Route(action = "clients.changeKey", scope = "admin")
    ApiKeyView changeKey(
            @PathVariable String clientId, @PathVariable String keyId, @Valid @RequestBody ApiKeyChangeForm form) {
        return ApiKeyView.of(keys.changeKey(clientId, keyId, form));
    }

    /**
     * Revokes a key for good: at once here, within 5 seconds on every replica. It stays in the list. Revoking it again changes
     * nothing. An unknown client or key is a 404.
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
