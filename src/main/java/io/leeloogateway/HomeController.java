package io.leeloogateway;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.view.RedirectView;

/** Leads who comes by browser to Swagger UI. */
@Hidden
@Controller
class HomeController {

    @GetMapping("/")
    RedirectView home() {
        return new RedirectView("/swagger-ui.html", true);
    }
}
