package io.leeloogateway.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** A field the company added to its people's cards. */
record CustomField(String type, String name, String value) {

    static CustomField of(Input input) {
        var given = input.require("type", "name");
        return new CustomField(given.text("type", ""), given.text("name", ""), given.text("value", ""));
    }

    ObjectNode json() {
        return Json.object().put("type", type).put("name", name).put("value", value);
    }
}
