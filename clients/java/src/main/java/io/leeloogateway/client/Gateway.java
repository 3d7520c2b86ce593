package io.leeloogateway.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leeloogateway.client.http.ApiClient;
import io.leeloogateway.client.model.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How to call a gateway: {@code new PeopleApi(new Gateway(address, key, 2).client())}. Every change at Leeloo has an {@code Idempotency-Key}, so it
 * can be sent again safely; a change that must survive a crash of the caller needs a key that the caller keeps.
 * @param address ends before {@code /api/v1}
 * @param repeats how often a request is sent again after the {@code Retry-After} of the gateway, if that is at most 10 seconds
 */
public record Gateway(String address, String key, int repeats) {

    private static final Pattern OWN_RESOURCES = Pattern.compile("/(clients|operations|sync-runs)(/|$)|/personal-data$");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** The client that the generated classes take. It waits two seconds longer than the gateway's deadline of 8 seconds. */
    public ApiClient client() {
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(Duration.ofSeconds(10));
        var rest = ApiClient.buildRestClientBuilder(JSON)
                .requestFactory(requests)
                .defaultHeaders(headers -> headers.setBearerAuth(key))
                .requestInterceptor(this::send)
                .defaultStatusHandler(status -> status.isError(), Gateway::fail)
                .build();
        return new ApiClient(rest).setBasePath(address);
    }

    private ClientHttpResponse send(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        if (request.getMethod() != HttpMethod.GET && !OWN_RESOURCES.matcher(request.getURI().getPath()).find()) {
            request.getHeaders().putIfAbsent("Idempotency-Key", List.of(UUID.randomUUID().toString()));
        }
        var response = execution.execute(request, body);
        for (var left = repeats; left > 0 && hasWaited(response); left--) {
            response = execution.execute(request, body);
        }
        return response;
    }

    /** The gateway names a {@code Retry-After} only where the same request is safe. */
    private static boolean hasWaited(ClientHttpResponse response) {
        var wait = response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        if (wait == null || Integer.parseInt(wait) > 10) {
            return false;
        }
        response.close();
        LockSupport.parkNanos(Duration.ofSeconds(Integer.parseInt(wait)).toNanos());
        return true;
    }

    private static void fail(HttpRequest request, ClientHttpResponse response) throws IOException {
        throw new GatewayProblem(JSON.readValue(response.getBody(), Problem.class), response.getHeaders());
    }
}
