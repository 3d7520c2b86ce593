package io.leeloogateway.problem;

import io.leeloogateway.request.RequestId;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What Tomcat refuses before any filter sees it leaves as a problem too; Tomcat makes it by name, hence public. */
public final class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            var id = RequestId.of(request.getHeader(RequestId.HEADER));
            response.setHeader(RequestId.HEADER, id);
            response.setContentType("application/problem+json");
            var out = response.getReporter();
            if (out != null) {
                out.write("""
                        {"type":"/problems/invalid-request","title":"The request is not valid","status":%d,\
                        "detail":"the request line or a header is malformed","requestId":"%s","retryable":false,\
                        "errors":[{"field":"request","code":"malformed","detail":"is malformed"}]}""".formatted(status, id));
                response.finishResponse();
            }
        } catch (IOException e) {
            container.getLogger().debug("the caller is gone", e);
        }
    }
}
