package io.leeloogateway.sandbox;

/** Operations 1 and 2; their lists sit inside an object and have no meta. */
final class TemplateOperations {

    private TemplateOperations() {}

    static void addTo(Routes routes) {
        routes.add("GET", "/categories/templates", TemplateOperations::categories);
        routes.add("GET", "/categories/templates/*", TemplateOperations::templates);
    }

    private static Reply categories(Company company, WireCall call) {
        var data = Json.object();
        data.set("categories", Json.array(company.categories.all(), it -> Json.named(it.id(), it.name())));
        return Reply.data(data);
    }

    private static Reply templates(Company company, WireCall call) {
        var category = company.categories.get(call.id());
        var data = Json.object();
        data.set(
                "templates",
                Json.array(
                        category.templates(),
                        it -> Json.object().put("id", it.id()).put("message_name", it.name())));
        return Reply.data(data);
    }
}
