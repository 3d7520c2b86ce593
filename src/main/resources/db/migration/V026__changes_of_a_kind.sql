-- A rare kind is found without reading all others.
create index changes_kind on changes (kind, xid, id);
