package io.leeloogateway.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Responds to failures that the servlet container dispatches to {@code /error}. */
@Hidden
@RestController
class ProblemErrorController implements ErrorController {

    /** The container aborts a response that is already committed. */
    @RequestMapping("/error")
    @Nullable
    ResponseEntity<Object> error(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        if (request.getAttribute(ProblemException.ATTRIBUTE) instanceof ProblemException known) {
            return ProblemResponses.response(known);
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var failure = new IllegalStateException("the servlet container responded with " + status);
        return ProblemResponses.response(MvcExceptionMapper.map(failure, HttpStatusCode.valueOf(status)));
    }
}
