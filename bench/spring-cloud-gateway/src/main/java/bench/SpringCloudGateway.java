package bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Passes requests on to an upstream: /people as they are, /cached from its response cache. */
@SpringBootApplication
public class SpringCloudGateway {

    public static void main(String... arguments) {
        SpringApplication.run(SpringCloudGateway.class, arguments);
    }
}
