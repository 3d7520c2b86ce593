package io.leeloogateway.access.client;

import io.leeloogateway.access.apikey.ApiKey;

/** A created API key and its stored form. */
record NewApiKey(ApiKey key, ClientKey stored) {}
