package io.leeloogateway.problem.input;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/** Selects the format of a response from {@code Accept}. Spring prefers any declared format and echoes the parameters of a range. */
public final class FormatSelection implements ContentNegotiationStrategy {

    /** The formats of the gateway, preferred first: JSON wins unless another format has a higher quality. */
    private static final List<MediaType> FORMATS = List.of(
            MediaType.APPLICATION_JSON,
            MediaType.parseMediaType("application/x-ndjson"),
            MediaType.parseMediaType("text/csv"),
            MediaType.TEXT_EVENT_STREAM,
            MediaType.parseMediaType("application/vnd.oai.openapi"));

    /** A browser prefers HTML; a program that accepts anything gets JSON. */
    private static final List<MediaType> PROBLEM_PAGE_FORMATS =
            List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML);

    private static final String API = "/api/";
    private static final ContentNegotiationStrategy OTHERS = new HeaderContentNegotiationStrategy();

    /** If nothing is acceptable below {@code /api}, {@link MediaTypeInterceptor} rejects the request once its route is known. */
    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        var servletRequest = request.getNativeRequest(HttpServletRequest.class);
        if (servletRequest == null || !isOurs(servletRequest.getServletPath())) {
            return OTHERS.resolveMediaTypes(request);
        }
        var formats = isProblemPage(servletRequest.getServletPath()) ? PROBLEM_PAGE_FORMATS : FORMATS;
        if (servletRequest.getHeader(HttpHeaders.ACCEPT) == null) {
            return formats;
        }
        var header = AcceptHeader.of(servletRequest);
        var accepted = header.select(formats);
        if (header.acceptsProblemsInsteadOfJson()) {
            return Stream.concat(accepted.stream(), Stream.of(MediaType.APPLICATION_JSON))
                    .distinct()
                    .toList();
        }
        if (!accepted.isEmpty()) {
            return accepted;
        }
        if (servletRequest.getServletPath().startsWith(API)) {
            return FORMATS;
        }
        throw new HttpMediaTypeNotAcceptableException(FORMATS);
    }

    private static boolean isProblemPage(String path) {
        return path.equals("/problems") || path.startsWith("/problems/");
    }

    private static boolean isOurs(@Nullable String path) {
        return path != null && (path.startsWith(API) || path.startsWith("/v3/api-docs") || isProblemPage(path));
    }
}
