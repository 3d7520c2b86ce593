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

/** Where the servlet container sends what failed outside of every route. */
@Hidden
@RestController
class ProblemErrorController implements ErrorController {

    /** What has begun to leave is cut off by the container; a problem in the middle of it helps nobody. */
    @RequestMapping("/error")
    @Nullable
    ResponseEntity<Object> error(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var failure = new IllegalStateException("the servlet container answered " + status);
        return ProblemResponses.answer(MvcExceptionMapper.explain(failure, HttpStatusCode.valueOf(status)), request);
    }
}
