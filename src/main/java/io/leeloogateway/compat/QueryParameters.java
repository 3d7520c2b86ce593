package io.leeloogateway.compat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads names and values of a query or of a form, in their order. */
final class QueryParameters {

    /** Some clients send their key here; Leeloo must not get it. */
    private static final String KEY = "authToken";

    private QueryParameters() {}

    /** The parameters of a request's query without the key. */
    static Map<String, List<String>> of(HttpServletRequest request) {
        var query = request.getQueryString();
        var parameters = parse("query", query == null ? "" : query);
        parameters.keySet().removeIf(KEY::equalsIgnoreCase);
        return parameters;
    }

    static Map<String, List<String>> parse(String field, String text) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var pair : text.split("&", -1)) {
            var separator = pair.indexOf('=');
            var name = WholeText.percentDecode(field, separator < 0 ? pair : pair.substring(0, separator));
            var value = separator < 0 ? "" : WholeText.percentDecode(field, pair.substring(separator + 1));
            if (!name.isEmpty()) {
                parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }
}
