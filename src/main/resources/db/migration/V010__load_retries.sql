-- A load that hangs leaves room for one more call at a time, over all instances.
alter table cache_loads
    add column retry_lease_id   uuid,
    add column retry_expires_at timestamptz;

comment on column cache_loads.retry_lease_id is 'the lease of one more call beside a load that hangs; null if there is none';
