package io.leeloogateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Renders the OpenAPI document during the start, beside the warm-up, so that the first caller does not wait for it. */
@Component
class DocumentPreparation {

    private final OpenApiDocumentResource resource;

    DocumentPreparation(OpenApiDocumentResource resource) {
        this.resource = resource;
    }

    @EventListener(ApplicationStartedEvent.class)
    void prepare() {
        if (DocumentFile.isPresent()) {
            // A virtual thread might give up its carrier while it holds the lock of the jar. Threads that load classes
            // keep their carriers while they wait for that lock: with two cores, the start hung for good.
            Thread.ofPlatform().daemon().name("openapi").start(this::render);
        }
    }

    private void render() {
        try {
            resource.renderings();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
