package io.leeloogateway.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sorts the document: by tag, then from short to long paths. */
@Component
@Order(1000)
class DocumentOrderCustomizer implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        var tags = document.getTags().stream().map(Tag::getName).toList();
        var order = Comparator.<Map.Entry<String, PathItem>>comparingInt(path -> tags.indexOf(tag(path.getValue())))
                .thenComparingLong(
                        path -> path.getKey().chars().filter(c -> c == '/').count())
                .thenComparing(Map.Entry::getKey);
        var sorted = new Paths();
        document.getPaths().entrySet().stream()
                .sorted(order)
                .forEach(path -> sorted.addPathItem(path.getKey(), path.getValue()));
        document.setPaths(sorted);
        document.getComponents()
                .setSchemas(new TreeMap<>(document.getComponents().getSchemas()));
    }

    private static String tag(PathItem path) {
        return path.readOperations().stream()
                .flatMap(operation -> List.copyOf(operation.getTags()).stream())
                .findFirst()
                .orElse("");
    }
}
