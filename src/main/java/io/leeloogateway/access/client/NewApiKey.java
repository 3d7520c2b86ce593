package io.leeloogateway.access.client;

import io.leeloogateway.access.apikey.ApiKey;

/** A key that was just made, and what is kept of it. */
record NewApiKey(ApiKey key, ClientKey stored) {}
