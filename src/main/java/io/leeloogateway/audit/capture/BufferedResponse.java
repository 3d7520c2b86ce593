package io.leeloogateway.audit.capture;

import io.leeloogateway.request.AuditContext;
import io.leeloogateway.request.RequestContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Buffers a response until its audit event is committed. Writes through if the event is already committed, as for a change or an export. */
final class BufferedResponse extends ContentCachingResponseWrapper {

    private final AuditContext context = RequestContext.current().audit();

    BufferedResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return context.isRecorded() ? getResponse().getOutputStream() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return context.isRecorded() ? getResponse().getWriter() : super.getWriter();
    }
}
