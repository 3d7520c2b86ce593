package io.leeloogateway.problem.input;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request whose body is limited. */
final class LimitedRequest extends HttpServletRequestWrapper {

    private final BodyReservation reservation;
    private final BodyDeadline deadline;
    private @Nullable ServletInputStream body;

    LimitedRequest(HttpServletRequest request, BodyReservation reservation, BodyDeadline deadline) {
        super(request);
        this.reservation = reservation;
        this.deadline = deadline;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new LimitedInputStream(this, super.getInputStream(), reservation, deadline);
        }
        return body;
    }
}
