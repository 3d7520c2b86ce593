package io.leeloogateway.openapi;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Redirects the root path to Swagger UI. */
@Hidden
@Controller
class SwaggerUiRedirect {

    private static final URI SWAGGER_UI = URI.create("/swagger-ui.html");

    @GetMapping("/")
    ResponseEntity<Void> redirect() {
        return ResponseEntity.status(HttpStatus.FOUND).location(SWAGGER_UI).build();
    }
}
