package io.leeloogateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;

/** Serves the OpenAPI document. Springdoc serializes it for each request, which keeps two cores busy; here it is serialized once. */
@RestController
class OpenApiDocumentResource extends OpenApiWebMvcResource {

    private static final Pattern REFUSED = Pattern.compile(";q=0(\\.0*)?$");

    private @Nullable RenderedDocument json;
    private @Nullable RenderedDocument yaml;

    OpenApiDocumentResource(
            ObjectFactory<OpenAPIService> builder,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        super(builder, requests, responses, operations, properties, providers, customizers);
    }

    @Override
    public byte @Nullable [] openapiJson(HttpServletRequest request, String path, Locale locale)
            throws JsonProcessingException {
        return respond(json(request, path, locale));
    }

    @Override
    public byte @Nullable [] openapiYaml(HttpServletRequest request, String path, Locale locale)
            throws JsonProcessingException {
        return respond(yaml(request, path, locale));
    }

    private synchronized RenderedDocument json(HttpServletRequest request, String path, Locale locale)
            throws JsonProcessingException {
        if (json == null) {
            json = new RenderedDocument(super.openapiJson(request, path, locale));
        }
        return json;
    }

    private synchronized RenderedDocument yaml(HttpServletRequest request, String path, Locale locale)
            throws JsonProcessingException {
        if (yaml == null) {
            yaml = new RenderedDocument(super.openapiYaml(request, path, locale));
        }
        return yaml;
    }

    /** Returns null if the caller already has the document (RFC 9110, 13.1.2). */
    private static byte @Nullable [] respond(RenderedDocument document) {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        var response = Objects.requireNonNull(attributes.getResponse());
        var isCompressed = acceptsGzip(attributes.getRequest());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (new ServletWebRequest(attributes.getRequest(), response).checkNotModified(document.etag(isCompressed))) {
            return null;
        }
        if (isCompressed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return document.content(isCompressed);
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        var accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT_ENCODING), "");
        return Stream.of(accepted.toLowerCase(Locale.ROOT).split(",", -1))
                .map(coding -> coding.replace(" ", ""))
                .anyMatch(coding ->
                        coding.startsWith("gzip") && !REFUSED.matcher(coding).find());
    }
}
