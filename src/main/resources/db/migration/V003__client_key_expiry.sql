-- For the query of all valid keys: expired keys are never deleted. 10 000 valid keys of 100 000: 21 ms without the index, 2 ms with it.
create index client_keys_expires_at on client_keys (expires_at) where revoked_at is null;
