package io.leeloogateway.openapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.webmvc.ui.SwaggerIndexPageTransformer;
import org.springdoc.webmvc.ui.SwaggerWelcomeCommon;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;
import org.springframework.web.util.HtmlUtils;

/** Gives Swagger UI the gateway's title, icon, links and plugin. In the sandbox, the page says so and offers the demo key. */
@Component
class SwaggerUiPage extends SwaggerIndexPageTransformer {

    private static final String PLUGINS = "SwaggerUIBundle.plugins.DownloadUrl";

    private final Environment environment;
    private final Map<String, Resource> files = new ConcurrentHashMap<>();

    SwaggerUiPage(
            SwaggerUiConfigProperties properties,
            SwaggerUiOAuthProperties oauth,
            SwaggerWelcomeCommon welcome,
            ObjectMapperProvider mapper,
            Environment environment) {
        super(properties, oauth, welcome, mapper);
        this.environment = environment;
    }

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        var transformed = super.transform(request, resource, chain);
        return switch (String.valueOf(resource.getFilename())) {
            case "index.html" -> changed(transformed, page(text(transformed)));
            case "swagger-initializer.js" ->
                changed(transformed, text(transformed).replace(PLUGINS, PLUGINS + ", window.GatewayPlugin"));
            case "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js", "swagger-ui.css" -> kept(transformed);
            default -> transformed;
        };
    }

    private Resource kept(Resource large) throws IOException {
        var name = String.valueOf(large.getFilename());
        var known = files.get(name);
        if (known == null) {
            known = new KeptFile(large, large.getContentAsByteArray());
            files.put(name, known);
        }
        return known;
    }

    private String page(String original) {
        return original.replaceFirst("<title>.*</title>", "<title>Leeloo Gateway</title>")
                .replaceAll("<link rel=\"icon\".*/>", "")
                .replaceFirst("</head>", """
                    <link rel="icon" href="/gateway-ui/favicon.svg" type="image/svg+xml">
                    <link rel="stylesheet" href="/gateway-ui/swagger.css">
                  </head>""")
                .replaceFirst("<body>", "<body>\n" + bar())
                .replaceFirst(
                        "(<script src=\"./swagger-initializer.js\")",
                        "<script src=\"/gateway-ui/swagger-plugin.js\"></script>\n    $1");
    }

    private String bar() {
        var links = "<a href=\"/docs\">Guides</a> <a href=\"/docs/getting-started\">Getting started</a>"
                + " <a href=\"/problems\">Problems</a>";
        if (!environment.acceptsProfiles(Profiles.of("sandbox"))) {
            return "<div id=\"gateway-bar\">" + links + "</div>";
        }
        return """
                <div id="gateway-bar" class="sandbox" data-key="%s"><strong>Sandbox</strong> The data and Leeloo are simulated. %s</div>""".formatted(HtmlUtils.htmlEscape(environment.getProperty("gateway.access.demo-key", "")), links);
    }

    private static String text(Resource resource) throws IOException {
        return resource.getContentAsString(StandardCharsets.UTF_8);
    }

    private static Resource changed(Resource original, String text) {
        return new TransformedResource(original, text.getBytes(StandardCharsets.UTF_8));
    }
}
