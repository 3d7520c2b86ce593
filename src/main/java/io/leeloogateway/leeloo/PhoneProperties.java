package io.leeloogateway.leeloo;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The phone numbers of the company's customers.
 *
 * @param defaultRegion the region of phone numbers without a country code, as an ISO 3166 code ({@code UA}); without it they are compared as they are
 */
@ConfigurationProperties("gateway.leeloo")
public record PhoneProperties(@Nullable String defaultRegion) {

    public PhoneProperties {
        defaultRegion = defaultRegion == null || defaultRegion.isEmpty() ? null : defaultRegion;
        if (defaultRegion != null
                && !PhoneNumberUtil.getInstance().getSupportedRegions().contains(defaultRegion)) {
            throw new IllegalArgumentException("gateway.leeloo.default-region must be an ISO 3166 code such as UA");
        }
    }
}
