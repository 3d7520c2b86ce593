-- To tell all valid keys from the many that are over: keys are never deleted. 10 000 of 100 000: 21 ms without, 2 ms with.
create index client_keys_expires_at on client_keys (expires_at) where revoked_at is null;
