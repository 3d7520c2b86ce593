package io.leeloogateway.audit.capture;

import io.leeloogateway.request.AuditContext;
import io.leeloogateway.request.RequestContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer that waits for its entry; one whose entry is committed before its first byte passes: a change's, an export's. */
final class BufferedResponse extends ContentCachingResponseWrapper {

    private final AuditContext notes = RequestContext.current().audit();

    BufferedResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return notes.isRecorded() ? getResponse().getOutputStream() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return notes.isRecorded() ? getResponse().getWriter() : super.getWriter();
    }
}
