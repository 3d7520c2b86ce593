package io.leeloogateway.compat;

import io.leeloogateway.leeloo.LeelooEndpoint;
import io.leeloogateway.leeloo.verbatim.VerbatimChanges;
import io.leeloogateway.operations.Operations;
import io.leeloogateway.request.RequestContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends changes with the client's own body, as operations, and answers with Leeloo's own JSON. */
@Component
class CompatChanges {

    private static final int MAX_FIELDS = 50;
    private static final Pattern FIELD = Pattern.compile("[A-Za-z_]{1,40}");

    private final Operations operations;
    private final CompatProperties properties;

    CompatChanges(Operations operations, CompatProperties properties) {
        this.operations = operations;
        this.properties = properties;
    }

    ResponseEntity<byte[]> serve(LeelooEndpoint endpoint, String pathId, HttpServletRequest request)
            throws ServletException, IOException {
        var body = BodyReader.read(request);
        RequestContext.current().audit().setBodyFields(fieldNames(body.propertyNames()));
        var clientId = RequestContext.current().caller().orElseThrow().clientId();
        var response = operations.execute(
                VerbatimChanges.read(endpoint, pathId, body), properties.duplicateWindowOf(clientId));
        if (endpoint == LeelooEndpoint.CREATE_PERSON && response.createdId() != null) {
            RequestContext.current().audit().addSubjects(List.of(response.createdId()));
        }
        return ResponseEntity.status(response.leelooStatus())
                .contentType(MediaType.APPLICATION_JSON)
                .body(response.leelooBody().getBytes(StandardCharsets.UTF_8));
    }

    /** A name of another form may be personal data, and only an invented body has more names. */
    private static List<String> fieldNames(Collection<String> names) {
        return names.stream()
                .filter(name -> FIELD.matcher(name).matches())
                .limit(MAX_FIELDS)
                .toList();
    }
}
