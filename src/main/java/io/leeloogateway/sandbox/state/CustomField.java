package io.leeloogateway.sandbox.state;

import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.RequestFields;
import tools.jackson.databind.node.ObjectNode;

/** A field that the company added to the profiles of its people. */
public record CustomField(String type, String name, String value) {

    public static CustomField of(RequestFields input) {
        var given = input.require("type", "name");
        return new CustomField(given.text("type", ""), given.text("name", ""), given.text("value", ""));
    }

    public ObjectNode json() {
        return JsonBuilder.object().put("type", type).put("name", name).put("value", value);
    }
}
