package io.leeloogateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A caller that leaves in the middle of a response is no failure of the gateway. */
@ExtendWith(OutputCaptureExtension.class)
class ClosedConnectionTests {

    private final MockMvcTester gateway = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Abandoned())
            .setControllerAdvice(new ProblemAdvice())
            .build());

    @ParameterizedTest
    @ValueSource(strings = {"/abandoned", "/lost"})
    void callerThatLeavesGetsNothingMoreAndIsNotLoggedAsAFailure(String path, CapturedOutput output) throws Exception {
        var response = gateway.get().uri(path).exchange().getResponse();

        assertThat(response.getContentAsString()).isEmpty();
        assertThat(output.getAll()).doesNotContain("a request failed unexpectedly");
    }

    @RestController
    static final class Abandoned {

        @GetMapping("/{text}")
        public String write(@PathVariable String text) throws IOException {
            if (text.equals("abandoned")) {
                throw new ClientAbortException(new IOException("Broken pipe"));
            }
            if (text.equals("lost")) {
                throw new ConnectionLost(new IOException("Broken pipe"));
            }
            return text;
        }
    }
}
