package io.leeloogateway.webhooks;

import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The address that Leeloo calls. Callers of the gateway never do, so it is not in the published contract. */
@Hidden
@RestController
class WebhookController {

    private final WebhookSecrets secrets;
    private final WebhookPlaces places;
    private final WebhookEvents events;

    WebhookController(WebhookSecrets secrets, WebhookPlaces places, WebhookEvents events) {
        this.secrets = secrets;
        this.places = places;
        this.events = events;
    }

    /** Reads nothing of the body before the secret is known. A wrong secret is an unknown path. */
    @PostMapping("/hooks/leeloo/{secret}")
    @Route(action = "webhooks.receive", scope = Route.SECRET, maxBodyKib = 256)
    void receiveEvent(@PathVariable String secret, HttpServletRequest request)
            throws IOException, NoResourceFoundException {
        if (!secrets.contain(secret)) {
            throw new NoResourceFoundException(HttpMethod.POST, "/hooks", "");
        }
        try (var _ = places.take()) {
            events.receive(request.getInputStream().readAllBytes());
        }
    }
}
