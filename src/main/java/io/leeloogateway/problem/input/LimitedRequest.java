package io.leeloogateway.problem.input;

import io.leeloogateway.problem.BodyMemory;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A request whose body is limited. */
final class LimitedRequest extends HttpServletRequestWrapper implements BodyMemory {

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
            BodySize.of(this).check(getContentLengthLong());
            body = new LimitedInputStream(this, super.getInputStream(), reservation, deadline);
        }
        return body;
    }

    @Override
    public void reserveForValues(int number) {
        reservation.addValues(number);
    }

    /** Tomcat reads a form without the stream above. A form of unknown size occupies what the largest one does. */
    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        var size = getContentLengthLong();
        var largest = BodySize.of(this);
        largest.check(size);
        deadline.start();
        reservation.growTo(size < 0 ? largest.bytes() : size);
        try {
            return super.getParts();
        } catch (IOException e) {
            if (deadline.isPassed()) {
                throw new RequestBodyLate(e);
            }
            throw e;
        }
    }
}
