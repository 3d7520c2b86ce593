package io.leeloogateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json31;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.web.bind.annotation.RestController;

/** Serves the OpenAPI document. Springdoc needs seconds to generate it, so it is read from the jar. */
@RestController
class OpenApiDocumentResource extends OpenApiWebMvcResource {

    private final List<DocumentTransformation> transformations;
    private final DocumentSettings settings;
    private @Nullable DocumentRenderings renderings;

    OpenApiDocumentResource(
            ObjectFactory<OpenAPIService> builder,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers,
            List<DocumentTransformation> transformations,
            DocumentSettings settings) {
        super(builder, requests, responses, operations, properties, providers, customizers);
        this.transformations = List.copyOf(transformations);
        this.settings = settings;
    }

    @Override
    public byte @Nullable [] openapiJson(HttpServletRequest request, String path, Locale locale)
            throws JsonProcessingException {
        return DocumentResponse.of(renderings().json());
    }

    @Override
    public byte @Nullable [] openapiYaml(HttpServletRequest request, String path, Locale locale)
            throws JsonProcessingException {
        return DocumentResponse.of(renderings().yaml());
    }

    synchronized DocumentRenderings renderings() throws JsonProcessingException {
        if (renderings == null) {
            var document = DocumentFile.read().orElseGet(this::generate);
            settings.apply(document);
            renderings = DocumentRenderings.of(document);
        }
        return renderings;
    }

    /** Takes seconds. */
    ObjectNode generate() {
        var document = Json31.mapper().<ObjectNode>valueToTree(getOpenApi("/", Locale.ENGLISH));
        transformations.forEach(transformation -> transformation.apply(document));
        return document;
    }
}
