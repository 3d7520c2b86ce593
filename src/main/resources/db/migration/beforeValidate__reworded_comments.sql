-- Only comments of V001 to V007 changed since the release before V008. Replaces the checksums that this release recorded.
do $$
begin
    if to_regclass('flyway_schema_history') is null then
        return;
    end if;
    update flyway_schema_history set checksum = reworded.today
    from (values
        ('001', -941662457, -941662457),
        ('002', 10485788, -1337003401),
        ('003', 950324334, 1527175507),
        ('004', -336524145, 1523629006),
        ('005', -1004874903, -1738732706),
        ('006', -1919344791, -586527307),
        ('007', -147349454, -357251311)) as reworded (version, before, today)
    where flyway_schema_history.version = reworded.version and checksum = reworded.before;
end $$;
