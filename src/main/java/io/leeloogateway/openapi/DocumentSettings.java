package io.leeloogateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json31;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Adds to the OpenAPI document what differs between installations: version, servers, contact and a required idempotency key. */
@Component
@Order(50)
@EnableConfigurationProperties(OpenApiProperties.class)
class DocumentSettings implements DocumentTransformation {

    private static final String KEY_REQUIRED = "gateway.operations.require-idempotency-key";

    private final OpenApiProperties properties;
    private final ObjectProvider<BuildProperties> build;
    private final Environment environment;

    DocumentSettings(OpenApiProperties properties, ObjectProvider<BuildProperties> build, Environment environment) {
        this.properties = properties;
        this.build = build;
        this.environment = environment;
    }

    @Override
    public void apply(ObjectNode document) {
        var info = document.withObject("/info");
        build.ifAvailable(known -> info.put("version", known.getVersion()));
        info.set("contact", Json31.mapper().valueToTree(properties.contact().toModel()));
        var servers = document.putArray("servers");
        properties.servers().forEach(server -> servers.add(Json31.mapper().<ObjectNode>valueToTree(server.toModel())));
        document.withObject("/components/parameters/Idempotency-Key")
                .put("required", environment.getProperty(KEY_REQUIRED, Boolean.class, false));
    }
}
