package io.leeloogateway.openapi;

import io.swagger.v3.oas.models.ExternalDocumentation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Defines title, description, licence and tags of the OpenAPI document. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String DESCRIPTION = """
            One internal REST API in front of [Leeloo.ai](https://leeloo.ai).

            **Authentication.** Every route under `/api/v1` requires `Authorization: Bearer lgw_…` and names the scope that the key needs.
            In Swagger UI, press *Authorize* and paste the key. The demo key of [`/docs/getting-started`](/docs/getting-started) has all scopes in the sandbox.

            **Headers of every request.** A client sets these once, so that no operation repeats them. `X-Request-Id`, `[A-Za-z0-9._-]{1,100}`,
            identifies the request in the response, the audit log and support requests; the gateway generates an id if the header is absent.
            `Request-Timeout` is the time limit of the request in seconds, more than 0 and at most 30, by default 8; wait at least 2 seconds
            longer for the response, which reports the outcome of a change. On reads, `If-None-Match` with the `ETag` of the response that
            the client has gives a 304 without a body if nothing changed.

            **Compatibility.** Within a major version, operations, parameters, fields and values are added and not removed or renamed. A client
            must ignore fields that it does not know, and accept unknown values where the document lists values with `x-extensible-enum`:
            scopes, outcomes, problem types, error codes and other vocabularies in responses are open lists. Parameters with `enum` accept
            exactly the listed values.

            **Responses.** JSON; times are UTC instants in milliseconds, ids of Leeloo have 24 hex characters. An unknown value is `null`.

            **Caching.** The gateway serves reads from its cache while the entry is fresh; `Age` shows the age of the data. If Leeloo is unavailable,
            the gateway serves a stale entry and `Cache-Status` says so. The request header `Cache-Control` changes this: `no-cache` calls Leeloo,
            `max-stale` accepts a stale entry. After the response to a change, no read returns data from before the change.

            **Changes.** The gateway records each change as an operation and sends it to Leeloo at most once. The response contains `Operation-Id`;
            `/operations` returns the outcome. Send a separate `Idempotency-Key` with each change: a repeated request with the same key gets the
            first response again. The `outcome` of a failed change shows whether Leeloo may have applied it.

            **Errors.** Every error is `application/problem+json` (RFC 9457). Its `type` is the address of an explanation, `/problems/{slug}`;
            `retryable` shows whether the same request can be sent again safely; on changes, `outcome` and `operationId` identify the result.
            Every route may also respond with 404 `route-not-found`, 405, 406 or 500 `internal-error`: report its `requestId` to the operator of
            the gateway.

            **Leeloo's own API.** Existing clients of Leeloo change the address to `/leeloo/api/v2` and the token to their key, which may stay
            in `X-Leeloo-AuthToken`. Leeloo's 30 endpoints have the same paths, parameters, bodies and responses there, and the scopes, cache,
            operations, limits and audit log of the routes below. [`/docs/migrating`](/docs/migrating) explains the steps.
            """;

    private static final List<Tag> TAGS = List.of(
            tag("People", "The people of the company: profiles, tags and comments."),
            tag("Orders", "The orders of people."),
            tag("Channels", "The messenger channels of people, and the connected bots and senders."),
            tag("Messages", "The chat messages of a channel."),
            tag("Tags", "The tags of the company."),
            tag("Templates", "Message templates and their categories."),
            tag("Tunnels", "Sales funnels, their statistics and traffic sources."),
            tag("Users", "The operators of the company."),
            tag("Calls", "Phone calls with people."),
            tag("Operations", "The recorded changes and their outcomes."),
            tag("Audit", "The audit log of all requests."),
            tag("Me", "The calling client: scopes, rate limit and usage."),
            tag("Quota", "The calls to Leeloo that all clients share."),
            tag("Synchronization", "The runs that walk Leeloo's lists into the cache."),
            tag("Changes", "What the gateway saw change at Leeloo."),
            tag("Status", "The state of the gateway over all replicas."),
            tag("Clients", "The clients of the gateway and their API keys."),
            tag("Problems", "The meaning of each problem type and the action to take."));

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Leeloo Gateway")
                        .version("unversioned")
                        .description(DESCRIPTION)
                        .license(new License().name("Internal use").identifier("LicenseRef-Internal")))
                .externalDocs(new ExternalDocumentation().url("/docs").description("Guides for callers"))
                .tags(TAGS);
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }
}
