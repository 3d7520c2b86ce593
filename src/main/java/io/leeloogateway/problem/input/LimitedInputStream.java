package io.leeloogateway.problem.input;

import io.leeloogateway.problem.ProblemException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;

/** A body that ends with a problem if it is too large, too late or too much beside other bodies. */
final class LimitedInputStream extends ServletInputStream {

    private final HttpServletRequest request;
    private final ServletInputStream in;
    private final BodyReservation reservation;
    private final BodyDeadline deadline;
    private long bytes;

    LimitedInputStream(
            HttpServletRequest request, ServletInputStream in, BodyReservation reservation, BodyDeadline deadline) {
        this.request = request;
        this.in = in;
        this.reservation = reservation;
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        deadline.start();
        try {
            var read = in.read(buffer, offset, length);
            count(read);
            return read;
        } catch (IOException e) {
            throw lateOr(e);
        }
    }

    private void count(int read) {
        if (read < 0) {
            deadline.close();
            return;
        }
        bytes += read;
        BodySize.of(request).check(bytes);
        reservation.growTo(bytes);
    }

    /** Tomcat wraps its timeout, and replaces the response with that of its error page. */
    private IOException lateOr(IOException e) {
        var isSilent = e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException;
        if (isSilent || deadline.isPassed()) {
            var late = new RequestBodyLate(e);
            request.setAttribute(ProblemException.ATTRIBUTE, late);
            throw late;
        }
        return e;
    }

    @Override
    public boolean isFinished() {
        return in.isFinished();
    }

    @Override
    public boolean isReady() {
        return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        in.setReadListener(listener);
    }
}
