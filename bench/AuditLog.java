import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Fills the audit log of a migrated database, writes batches into it and queries it through the gateway; see bench/audit-log. */
final class AuditLog {

    private static final int ROWS_PER_INSERT = 500_000;
    private static final int BATCH = 500;
    private static final Duration SPAN = Duration.ofDays(110);
    private static final String COMMON = "64a0c3f00001000000000002";
    private static final String MIDDLING = "64a0c3f00001000000000003";

    private final Connection database;

    private AuditLog(Connection database) {
        this.database = database;
    }

    public static void main(String[] args) throws Exception {
        try (var database = DriverManager.getConnection(args[1])) {
            var auditLog = new AuditLog(database);
            switch (args[0]) {
                case "fill" -> auditLog.fill(Integer.parseInt(args[2]));
                case "insert" -> auditLog.insert(args[2], Integer.parseInt(args[3]));
                case "query" -> auditLog.query(args[2], args[3], Integer.parseInt(args[4]));
                default -> throw new IllegalArgumentException(args[0]);
            }
        }
    }

    /** Inserts entries up to now, month by month and without indexes; attaching a month creates its indexes. */
    private void fill(int entries) throws SQLException {
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        var step = SPAN.dividedBy(entries);
        var columns = columns();
        var at = now.minus(SPAN);
        while (at.isBefore(now)) {
            var month = at.toLocalDate().withDayOfMonth(1);
            var next = month.plusMonths(1).atStartOfDay().atOffset(ZoneOffset.UTC);
            var end = next.isBefore(now) ? next : now;
            var rows = Duration.between(at, end).dividedBy(step);
            detach(month);
            for (var done = 0L; done < rows; done += ROWS_PER_INSERT) {
                execute("insert into %s (%s) select %s from bench_rows(%d, '%s', interval '%d microseconds')"
                        .formatted(name(month), columns, columns, Math.min(ROWS_PER_INSERT, rows - done), at.plus(step.multipliedBy(done)), step.toNanos() / 1000));
            }
            attach(month);
            at = end;
        }
        execute("vacuum analyze audit_events");
        texts("""
                select format('%s million events, tables %s, indexes %s', round(sum(reltuples::numeric) / 1000000, 1),
                    pg_size_pretty(sum(pg_table_size(oid))), pg_size_pretty(sum(pg_indexes_size(oid))))
                from pg_class where relname like 'audit_events_2%' and relkind = 'r'""").forEach(System.out::println);
    }

    private void detach(LocalDate month) throws SQLException {
        execute("select audit_make_month(made) from (select date '%s' as made) months where made not in (select audit_months())".formatted(month));
        execute("alter table audit_events detach partition " + name(month));
        execute("alter table %1$s drop constraint %1$s_pkey".formatted(name(month)));
        for (var index : texts("select indexname from pg_indexes where tablename = '%s'".formatted(name(month)))) {
            execute("drop index " + index);
        }
    }

    private void attach(LocalDate month) throws SQLException {
        execute("alter table audit_events attach partition %s for values from (audit_first_id(date '%s')) to (audit_first_id(date '%s'))"
                .formatted(name(month), month, month.plusMonths(1)));
    }

    private static String name(LocalDate month) {
        return "audit_events_%d_%02d".formatted(month.getYear(), month.getMonthValue());
    }

    /** Writes batches into the full audit log and an empty one in turn, as the gateway does; then batches with different numbers of people. */
    private void insert(String empty, int rounds) throws SQLException {
        try (var other = DriverManager.getConnection(empty)) {
            var emptyLog = new AuditLog(other);
            var costs = new LinkedHashMap<String, List<Cost>>();
            for (var round = -rounds / 5; round < rounds; round++) {
                var mixed = batch("tags");
                add(costs, round, "into the full log", write(mixed));
                add(costs, round, "into an empty one", emptyLog.write(mixed));
                for (var people : List.of(0, 10, 100)) {
                    add(costs, round, people + " people", write(batch("bench_people(%d, id)".formatted(people))));
                }
            }
            costs.forEach((label, each) -> System.out.printf(
                    "%-20s %6.0f events/s; an event %4.0f µs, %4.0f µs of CPU; a batch at most %4.0f ms%n",
                    label, 1e6 / event(each, Cost::millis), event(each, Cost::millis), event(each, Cost::cpu),
                    each.stream().mapToDouble(Cost::millis).max().orElseThrow()));
            var full = costs.get("into the full log");
            var none = costs.get("into an empty one");
            System.out.printf("full : empty         %6.2f by the clock, %.2f by CPU time%n",
                    event(none, Cost::millis) / event(full, Cost::millis), event(none, Cost::cpu) / event(full, Cost::cpu));
        }
    }

    /** The cost of a batch in milliseconds, by the clock and by PostgreSQL's CPU time. */
    private record Cost(double millis, double cpu) {}

    private static void add(Map<String, List<Cost>> costs, int round, String label, Cost cost) {
        if (round >= 0) {
            costs.computeIfAbsent(label, _ -> new ArrayList<>()).add(cost);
        }
    }

    /** The mean cost of an event in microseconds. */
    private static double event(List<Cost> batches, ToDoubleFunction<Cost> of) {
        return batches.stream().mapToDouble(of).average().orElseThrow() * 1e3 / BATCH;
    }

    private String batch(String tags) throws SQLException {
        var columns = columns();
        return texts("select json_agg(event) from (select %s from bench_rows(%d, now(), interval '1 ms') limit %d) event"
                        .formatted(columns.replaceAll("\\btags\\b", tags + " as tags"), BATCH, BATCH))
                .getFirst();
    }

    private Cost write(String batch) throws SQLException {
        var columns = columns();
        var sql = "insert into audit_events (%1$s) select %1$s from json_populate_recordset(null::audit_events, ?::json)".formatted(columns);
        try (var statement = database.prepareStatement(sql)) {
            statement.setString(1, batch);
            var before = cpuTime();
            var began = System.nanoTime();
            statement.executeUpdate();
            var millis = (System.nanoTime() - began) / 1e6;
            return new Cost(millis, cpuTime() - before);
        }
    }

    /** The CPU time of this connection's process in milliseconds; Linux counts hundredths of a second. */
    private double cpuTime() throws SQLException {
        var fields = texts("select pg_read_file('/proc/self/stat', 0, 4096)").getFirst().replaceFirst(".*[)] ", "").split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10.0;
    }

    /** Requests first pages over HTTP, each filter in turn. */
    private void query(String gateway, String key, int rounds) throws Exception {
        if (!gateway.startsWith("http://127.0.0.1:")) {
            throw new IllegalArgumentException("only against 127.0.0.1");
        }
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var people = texts("select bench_person(random()) from generate_series(1, %d)".formatted(rounds * 2));
        var past = OffsetDateTime.now(ZoneOffset.UTC).minusDays(60).withNano(0);
        var queries = new LinkedHashMap<String, String>();
        queries.put("the newest", "");
        queries.put("an hour 60 days ago", "from=%s&to=%s".formatted(past.minusHours(1), past));
        queries.put("client, the busiest", "client=cl_bench1039");
        queries.put("client, unknown", "client=cl_unknown");
        queries.put("key", "key=kBench100000");
        queries.put("action, 1 in 10,000", "action=people.update");
        queries.put("outcome success", "outcome=success");
        queries.put("outcome failed", "outcome=failed");
        queries.put("outcome unknown, none", "outcome=unknown");
        queries.put("target, 1 in 100", "target=" + COMMON);
        queries.put("target, 1 in 1,000", "target=" + MIDDLING);
        queries.put("target, some", "target=%s");
        queries.put("person, 1 in 100", "person=" + COMMON);
        queries.put("person, 1 in 1,000", "person=" + MIDDLING);
        queries.put("... until 60 days ago", "person=%s&to=%s".formatted(MIDDLING, past));
        queries.put("person, some", "person=%s");
        queries.put("person and client", "client=cl_bench1000&person=" + COMMON);
        for (var each : queries.entrySet()) {
            var times = new double[rounds];
            for (var round = -rounds; round < rounds; round++) {
                var query = each.getValue().replace("%s", people.get(round + rounds));
                var request = HttpRequest.newBuilder(URI.create(gateway + "/api/v1/audit-entries?" + query))
                        .header("Authorization", "Bearer " + key)
                        .timeout(Duration.ofSeconds(10))
                        .build();
                var began = System.nanoTime();
                var response = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() != 200) {
                    throw new IllegalStateException(request + " got " + response.statusCode() + " " + response.body());
                }
                if (round >= 0) {
                    times[round] = (System.nanoTime() - began) / 1e6;
                }
            }
            Arrays.sort(times);
            System.out.printf("%-24s median %6.1f ms, max %6.1f ms%n", each.getKey(), times[rounds / 2], times[rounds - 1]);
        }
    }

    /** The columns of the audit log that this class writes. */
    private String columns() throws SQLException {
        return String.join(", ", texts("""
                select column_name from information_schema.columns where table_name = 'audit_events' and column_name <> 'xid'"""));
    }

    private List<String> texts(String query) throws SQLException {
        try (var statement = database.createStatement(); var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
