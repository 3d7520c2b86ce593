import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.yaml.snakeyaml.Yaml;

/** Compares two OpenAPI documents: exit code 1 if the second breaks clients of the first and has the same major version. */
class BreakingChanges {

    public static void main(String[] files) throws Exception {
        var released = read(files[0]);
        var current = read(files[1]);
        var difference = OpenApiCompare.fromContents(write(released), write(current));
        if (difference.isCompatible()) {
            System.out.println(difference.isDifferent() ? "compatible changes only" : "no changes");
            return;
        }
        list(difference);
        if (major(released).equals(major(current))) {
            System.out.println("These changes break clients and need a new major version.");
            System.exit(1);
        }
    }

    private static void list(ChangedOpenApi difference) {
        difference.getMissingEndpoints().forEach(gone -> System.out.println("gone: " + gone));
        difference.getChangedOperations().stream()
                .filter(operation -> operation.isIncompatible())
                .forEach(operation ->
                        System.out.println("breaking: " + operation.getHttpMethod() + " " + operation.getPathUrl()));
    }

    private static String major(Map<String, Object> document) {
        return ((Map<?, ?>) document.get("info")).get("version").toString().split("\\.")[0];
    }

    private static Map<String, Object> read(String file) throws Exception {
        return new Yaml().load(Files.readString(Path.of(file)));
    }

    private static String write(Map<String, Object> document) {
        var older = new LinkedHashMap<String, Object>(document);
        older.put("openapi", "3.0.3");
        var text = new StringWriter();
        new Yaml().dump(simplified(older), text);
        return text.toString();
    }

    /** openapi-diff compares the types of 3.0 only: one type, nullable or not. */
    private static Object simplified(Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(BreakingChanges::simplified).toList();
        }
        if (!(node instanceof Map<?, ?> map)) {
            return node;
        }
        var simple = new LinkedHashMap<Object, Object>();
        map.forEach((key, value) -> simple.put(key, simplified(value)));
        if (simple.get("type") instanceof List<?> types && types.contains("null")) {
            simple.put("type", types.stream().filter(type -> !type.equals("null")).findFirst().orElseThrow());
            simple.put("nullable", true);
        }
        if (simple.get("anyOf") instanceof List<?> branches) {
            simple.remove("anyOf");
            simple.put("allOf", new ArrayList<>(branches.subList(0, 1)));
            simple.put("nullable", true);
        }
        return simple;
    }
}
