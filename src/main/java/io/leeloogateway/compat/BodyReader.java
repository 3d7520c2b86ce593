package io.leeloogateway.compat;

import io.leeloogateway.problem.BodyMemory;
import io.leeloogateway.problem.CredentialLeakGuard;
import io.leeloogateway.problem.InvalidRequest;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a body in the three formats that clients of Leeloo send: JSON, form and multipart form. */
final class BodyReader {

    private static final String BODY = "body";
    private static final int MAX_DEPTH = 20;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private BodyReader() {}

    static ObjectNode read(HttpServletRequest request) throws IOException, ServletException {
        var body = parse(request);
        WholeText.check(BODY, body);
        checkForKeys(body);
        TextLengths.check(body);
        LowerCaseIds.apply(body);
        return body;
    }

    private static void checkForKeys(JsonNode body) {
        if (body.isString()) {
            CredentialLeakGuard.check(BODY, body.stringValue());
        }
        body.propertyNames().forEach(name -> CredentialLeakGuard.check(BODY, name));
        body.forEach(BodyReader::checkForKeys);
    }

    private static ObjectNode parse(HttpServletRequest request) throws IOException, ServletException {
        var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/form-data")) {
            return multipart(request);
        }
        var text = WholeText.decode(BODY, request.getInputStream().readAllBytes());
        return type.startsWith("application/x-www-form-urlencoded") ? form(text, request) : json(text, request);
    }

    private static ObjectNode json(String text, HttpServletRequest request) {
        try {
            if (text.isBlank()) {
                return JSON.createObjectNode();
            }
            BodyMemory.reserveForValues(request, countValues(text));
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException _) {
            throw InvalidRequest.of(BODY, "malformed", "is not well-formed JSON");
        } catch (ArithmeticException | NumberFormatException _) {
            throw InvalidRequest.of(BODY, "range", "has a number whose exponent is out of range");
        }
        throw InvalidRequest.of(BODY, "type", "must be a JSON object");
    }

    private static int countValues(String text) {
        var limit = new ValueLimit(text.length());
        try (var document = JSON.createParser(text)) {
            limit.countAll(document);
        }
        return limit.counted();
    }

    /** Each name has a value for each of its brackets. */
    private static ObjectNode form(String text, HttpServletRequest request) {
        BodyMemory.reserveForValues(
                request, (int) text.chars().filter(c -> c == '&' || c == '[').count());
        var fields = new FormFields(new ValueLimit(text.length()));
        QueryParameters.parse(BODY, text).forEach((name, values) -> values.forEach(value -> fields.put(name, value)));
        return JSON.valueToTree(fields.nested());
    }

    private static ObjectNode multipart(HttpServletRequest request) throws IOException {
        var fields = new FormFields(new ValueLimit(0));
        for (var part : parts(request)) {
            try (var content = part.getInputStream()) {
                fields.put(part.getName(), WholeText.decode(BODY, content.readAllBytes()));
            }
        }
        return JSON.valueToTree(fields.nested());
    }

    /** A body that cannot be read at all, because it is late or too large, is no malformed form. */
    private static Collection<Part> parts(HttpServletRequest request) throws IOException {
        try {
            return request.getParts();
        } catch (FileUploadException e) {
            if (e.getCause() == null || e.getCause() instanceof MultipartStream.MalformedStreamException) {
                throw malformedForm();
            }
            throw e;
        } catch (InvalidParameterException | ServletException _) {
            throw malformedForm();
        }
    }

    private static InvalidRequest malformedForm() {
        return InvalidRequest.of(
                BODY, "malformed", "is not a well-formed multipart form with up to 50 parts and short headers");
    }
}
