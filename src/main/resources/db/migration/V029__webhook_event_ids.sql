-- An erasure finds the events that mention an id by index instead of reading all bodies. A backup may hold the table: better no upgrade than
-- no events meanwhile.
set local lock_timeout = '2s';
alter table webhook_events add column mentioned_ids text[];

comment on column webhook_events.mentioned_ids is 'all that can be an id in the body; null if unknown: the event is from an older release or has more than a hundred';

create index webhook_events_mentioned_ids on webhook_events using gin (mentioned_ids) where mentioned_ids is not null;
create index webhook_events_unknown_ids on webhook_events (id) where mentioned_ids is null;
