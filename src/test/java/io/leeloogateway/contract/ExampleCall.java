package io.leeloogateway.contract;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** A request from the examples of an operation in the document; tests replace parts of it. */
record ExampleCall(Contract.Operation operation, String uri, String body, Map<String, String> headers) {

    /** Uses the examples of all path parameters and of the named query parameters. */
    static ExampleCall of(Contract contract, Contract.Operation operation, Set<String> query) {
        var uri = UriComponentsBuilder.fromPath(operation.path());
        var path = new HashMap<String, Object>();
        contract.parameters(operation).forEach(parameter -> {
            var name = parameter.path("name").stringValue();
            switch (parameter.path("in").stringValue()) {
                case "path" -> path.put(name, parameter.path("example").stringValue());
                case "query" -> {
                    if (query.contains(name) || isNeeded(operation, name)) {
                        uri.queryParam(name, "{" + name + "}");
                        path.put(name, text(parameter.at("/schema/examples/0")));
                    }
                }
                default -> {}
            }
        });
        var body =
                operation.requestBody().map(content -> content.path("example").toString());
        return new ExampleCall(operation, uri.encode().build(path).toString(), body.orElse(""), Map.of());
    }

    /** A look-up needs a phone number or an e-mail address, which the document cannot say. */
    private static boolean isNeeded(Contract.Operation operation, String name) {
        return operation.id().equals("lookUpPeople") && name.equals("phone");
    }

    /** The names of all query parameters of an operation. */
    static Set<String> allOf(Contract contract, Contract.Operation operation) {
        return contract.parameters(operation)
                .filter(parameter -> parameter.path("in").stringValue().equals("query"))
                .map(parameter -> parameter.path("name").stringValue())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Replaces ids in path and body. */
    ExampleCall replacing(String pattern, String replacement) {
        return new ExampleCall(
                operation, uri.replaceAll(pattern, replacement), body.replaceAll(pattern, replacement), headers);
    }

    ExampleCall withQuery(String query) {
        return new ExampleCall(operation, uri + (uri.contains("?") ? "&" : "?") + query, body, headers);
    }

    ExampleCall withBody(String other) {
        return new ExampleCall(operation, uri, other, headers);
    }

    ExampleCall with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new ExampleCall(operation, uri, body, Map.copyOf(more));
    }

    EntityExchangeResult<String> send(RestTestClient client) {
        var request = client.method(HttpMethod.valueOf(operation.method().toUpperCase(Locale.ROOT)))
                .uri(URI.create(uri))
                .headers(sent -> headers.forEach(sent::set));
        if (operation.requestBody().isEmpty()) {
            return request.exchange().returnResult(String.class);
        }
        var type = headers.getOrDefault(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
        return request.contentType(MediaType.parseMediaType(type))
                .body(body)
                .exchange()
                .returnResult(String.class);
    }

    private static String text(JsonNode example) {
        return example.isArray()
                ? example.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                : example.asString();
    }
}
