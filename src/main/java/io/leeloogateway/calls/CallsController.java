package io.leeloogateway.calls;

import static io.leeloogateway.request.Route.Kind.CHANGE;

import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Route for telephone calls. */
@RestController
@Tag(name = "Calls")
@RequestMapping("/api/v1")
class CallsController {

    private final Calls calls;

    CallsController(Calls calls) {
        this.calls = calls;
    }

    /**
     * Record a telephone call. The call appears in the person's channel at Leeloo, with its duration and the link to the recording.
     * Leeloo endpoint 30.
     *
     * @return the record; no route returns it again
     */
    @PostMapping("/calls")
    @ResponseStatus(HttpStatus.CREATED)
    @Route(action = "calls.record", scope = "calls:write", kind = CHANGE)
    CallView recordCall(@RequestBody @Valid CallForm form) {
        return calls.record(form);
    }
}
