package io.leeloogateway.channels;

import io.leeloogateway.leeloo.change.SendMessage;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A message to send.
 *
 * @param text the text, 1 to 4096 characters
 */
record MessageForm(@NotBlank @Size(max = 4096) String text) {

    SendMessage toChange(String channelId) {
        return new SendMessage(channelId, text);
    }
}
