package io.leeloogateway.sandbox.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a body in the three formats that clients of Leeloo use: JSON, form and multipart form. */
public final class BodyParser {

    private final JsonMapper mapper;

    public BodyParser(JsonMapper mapper) {
        this.mapper = mapper;
    }

    public RequestFields read(HttpServletRequest request) throws IOException, ServletException {
        var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/form-data")) {
            return new RequestFields(multipart(request));
        }
        var text = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return new RequestFields(text.isEmpty() ? readBefore(request) : form(QueryString.parse(text)));
        }
        return new RequestFields(json(text));
    }

    private ObjectNode json(String text) {
        if (text.isBlank()) {
            return JsonBuilder.object();
        }
        try {
            return mapper.readTree(text) instanceof ObjectNode object ? object : JsonBuilder.object();
        } catch (JacksonException e) {
            throw LeelooError.format("body", "NOT_VALID_JSON");
        }
    }

    private static ObjectNode multipart(HttpServletRequest request) throws IOException, ServletException {
        var fields = new FormFields();
        for (var part : request.getParts()) {
            try (var content = part.getInputStream()) {
                fields.put(part.getName(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return fields.toObject();
    }

    /**
     * Spring's FormContentFilter consumes a form that is sent with PUT and offers its fields as parameters, mixed with those of the
     * query.
     */
    private static ObjectNode readBefore(HttpServletRequest request) {
        var query = QueryString.of(request);
        var fields = new FormFields();
        request.getParameterMap()
                .forEach((name, values) -> List.of(values).stream()
                        .skip(query.getOrDefault(name, List.of()).size())
                        .forEach(value -> fields.put(name, value)));
        return fields.toObject();
    }

    private static ObjectNode form(Map<String, List<String>> parameters) {
        var fields = new FormFields();
        parameters.forEach((name, values) -> values.forEach(value -> fields.put(name, value)));
        return fields.toObject();
    }
}
