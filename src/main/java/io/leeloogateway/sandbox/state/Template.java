package io.leeloogateway.sandbox.state;

import java.util.Map;

/** A message template with {@code {{variables}}}. */
public record Template(String id, String name, String text) {

    public String filled(Map<String, String> variables) {
        var filled = text;
        for (var variable : variables.entrySet()) {
            filled = filled.replace("{{" + variable.getKey() + "}}", variable.getValue());
        }
        return filled;
    }
}
