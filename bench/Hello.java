package io.leeloogateway.bench;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A minimal JSON route of the same server; only bench/compare adds it. */
@RestController
class Hello {

    @GetMapping("/hello")
    Greeting hello() {
        return new Greeting("hello");
    }

    record Greeting(String hello) {}
}
