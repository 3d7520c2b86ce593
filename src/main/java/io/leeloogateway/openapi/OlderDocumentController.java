package io.leeloogateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Serves the document in the terms of OpenAPI 3.0. */
@Hidden
@Controller
class OlderDocumentController {

    private final OpenApiDocumentResource resource;

    OlderDocumentController(OpenApiDocumentResource resource) {
        this.resource = resource;
    }

    @ResponseBody
    @GetMapping(path = "/v3/api-docs/openapi-3.0.yaml", produces = "application/vnd.oai.openapi")
    byte @Nullable [] openapi30() throws JsonProcessingException {
        return DocumentResponse.of(resource.renderings().yaml30());
    }
}
