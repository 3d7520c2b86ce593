package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.leeloogateway.leeloo.model.Call;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Response of Leeloo endpoint 30. The duration is named billed seconds. */
record CallWire(
        String id,
        @JsonProperty("call_id") @Nullable String callId,
        @JsonProperty("user_id") @Nullable String userId,
        @JsonProperty("account_id") @Nullable String accountId,
        @Nullable String from,
        @Nullable String to,
        @Nullable String type,
        @Nullable String status,
        @JsonAlias("duration") @Nullable Long billsec,
        @JsonProperty("record_link") @Nullable String recordLink,

        @JsonProperty("created_at") @JsonAlias("createdAt") @Nullable
        Instant createdAt) {

    Call toCall() {
        return new Call(
                id,
                callId,
                userId,
                accountId,
                from,
                to,
                type,
                status,
                billsec,
                LeelooJson.defined(recordLink),
                createdAt);
    }
}
