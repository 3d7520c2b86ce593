package io.leeloogateway.audit;

import io.leeloogateway.request.Notes;
import io.leeloogateway.request.RequestContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer that waits for its entry; one whose entry is committed before its first byte passes: a change's, an export's. */
final class HeldAnswer extends ContentCachingResponseWrapper {

    private final Notes notes = RequestContext.current().notes();

    HeldAnswer(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return notes.isWritten() ? getResponse().getOutputStream() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return notes.isWritten() ? getResponse().getWriter() : super.getWriter();
    }
}
