package io.leeloogateway.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI document: what this is, where it is, and how its parts are ordered. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String DESCRIPTION = """
            One internal REST API in front of [Leeloo.ai](https://leeloo.ai).

            **Keys.** Every route under `/api/v1` wants `Authorization: Bearer lgw_…`; each names the scope that the key needs.
            In Swagger UI: press *Authorize* and paste the key. Against the sandbox, the demo key of the README opens everything.

            **Answers.** JSON; times are UTC instants, ids of Leeloo 24 hex characters. A value that is not known is `null`.

            **Copies.** Reads are answered by the gateway's own copy of what Leeloo said, as long as that is fresh: `Age` says how old it is. Where
            Leeloo cannot be asked, an older copy is given, and `Cache-Status` says so. `Cache-Control` asks for more or less: `no-cache` for what
            Leeloo says now, `max-stale` for what is there. After a change is answered, no copy from before it is.

            **Changes.** Each is written down, sent to Leeloo once and never again; its answer names it in `Operation-Id`, and `/operations`
            tells what became of it. Give each change an `Idempotency-Key` of its own: who asks again with the same key gets the first answer
            again. The `outcome` of a failed change says whether it may have been applied.

            **Problems.** Every failure is `application/problem+json` (RFC 9457). Its `type` leads to an explanation, `/problems/{slug}`;
            `retryable` says whether sending the same request again is safe; on changes, `outcome` says what became of it and `operationId` where that stands.
            Any route may also answer 404 `route-not-found`, 405, 406, or 500 `internal-error`: tell whoever runs the gateway its `requestId`.
            """;

    private static final List<Tag> TAGS = List.of(
            tag("People", "The people of the company: their cards, tags and notes."),
            tag("Orders", "What people ordered, and how it ended."),
            tag("Channels", "People in one messenger each, and the bots and senders they are reached through."),
            tag("Messages", "The chat of a channel."),
            tag("Tags", "What people can be tagged with."),
            tag("Templates", "Messages written in advance."),
            tag("Tunnels", "Funnels, what came of them, and where their visitors come from."),
            tag("Users", "Who works on the platform: operators."),
            tag("Calls", "Telephone calls with people."),
            tag("Operations", "The changes that were asked for, and what became of them."),
            tag("Audit", "The diary: who did what, when, and what became of it."),
            tag("Me", "What the gateway knows of the caller, and what is left of its limit."),
            tag("Clients", "Who may call the gateway, and with which keys."),
            tag("Problems", "What each kind of problem means and what to do about it."));

    @Bean
    OpenAPI openApi(ObjectProvider<BuildProperties> build) {
        var version = Optional.ofNullable(build.getIfAvailable()).map(BuildProperties::getVersion);
        return new OpenAPI()
                .info(new Info()
                        .title("Leeloo Gateway")
                        .version(version.orElse("unversioned"))
                        .description(DESCRIPTION))
                .addServersItem(new Server().url("/").description("This gateway"))
                .tags(TAGS);
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }
}
