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

/** Fills the diary of a database that the gateway has migrated, writes into it and asks the gateway for it; see bench/diary. */
final class Diary {

    private static final int AT_ONCE = 500_000;
    private static final int GROUP = 500;
    private static final Duration SPAN = Duration.ofDays(110);
    private static final String COMMON = "64a0c3f00001000000000002";
    private static final String MIDDLING = "64a0c3f00001000000000003";

    private final Connection database;

    private Diary(Connection database) {
        this.database = database;
    }

    public static void main(String[] args) throws Exception {
        try (var database = DriverManager.getConnection(args[1])) {
            var diary = new Diary(database);
            switch (args[0]) {
                case "fill" -> diary.fill(Integer.parseInt(args[2]));
                case "insert" -> diary.insert(args[2], Integer.parseInt(args[3]));
                case "ask" -> diary.ask(args[2], args[3], Integer.parseInt(args[4]));
                default -> throw new IllegalArgumentException(args[0]);
            }
        }
    }

    /** So many entries up to now, a month at a time, without indexes; a month that is attached gets those of the others. */
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
            for (var done = 0L; done < rows; done += AT_ONCE) {
                execute("insert into %s (%s) select %s from bench_rows(%d, '%s', interval '%d microseconds')"
                        .formatted(name(month), columns, columns, Math.min(AT_ONCE, rows - done), at.plus(step.multipliedBy(done)), step.toNanos() / 1000));
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

    /** Groups into the full diary and an empty one, in turn, as the gateway writes them; then groups whose answers gave out so many people. */
    private void insert(String empty, int rounds) throws SQLException {
        try (var other = DriverManager.getConnection(empty)) {
            var beside = new Diary(other);
            var costs = new LinkedHashMap<String, List<Cost>>();
            for (var round = -rounds / 5; round < rounds; round++) {
                var mixed = group("about");
                note(costs, round, "into the full diary", write(mixed));
                note(costs, round, "into an empty one", beside.write(mixed));
                for (var people : List.of(0, 10, 100)) {
                    note(costs, round, people + " people", write(group("bench_people(%d, id)".formatted(people))));
                }
            }
            costs.forEach((what, each) -> System.out.printf(
                    "%-20s %6.0f events/s; an event %4.0f µs, %4.0f µs of a processor; a group at most %4.0f ms%n",
                    what, 1e6 / event(each, Cost::millis), event(each, Cost::millis), event(each, Cost::processor),
                    each.stream().mapToDouble(Cost::millis).max().orElseThrow()));
            var full = costs.get("into the full diary");
            var none = costs.get("into an empty one");
            System.out.printf("full : empty         %6.2f by the clock, %.2f by the processor%n",
                    event(none, Cost::millis) / event(full, Cost::millis), event(none, Cost::processor) / event(full, Cost::processor));
        }
    }

    /** What a group took, by the clock and of PostgreSQL's processor time, in milliseconds. */
    private record Cost(double millis, double processor) {}

    private static void note(Map<String, List<Cost>> costs, int round, String what, Cost cost) {
        if (round >= 0) {
            costs.computeIfAbsent(what, _ -> new ArrayList<>()).add(cost);
        }
    }

    /** In microseconds. */
    private static double event(List<Cost> groups, ToDoubleFunction<Cost> of) {
        return groups.stream().mapToDouble(of).average().orElseThrow() * 1e3 / GROUP;
    }

    private String group(String about) throws SQLException {
        var columns = columns();
        return texts("select json_agg(event) from (select %s from bench_rows(%d, now(), interval '1 ms') limit %d) event"
                        .formatted(columns.replaceAll("\\babout\\b", about + " as about"), GROUP, GROUP))
                .getFirst();
    }

    private Cost write(String group) throws SQLException {
        var columns = columns();
        var sql = "insert into audit_events (%1$s) select %1$s from json_populate_recordset(null::audit_events, ?::json)".formatted(columns);
        try (var statement = database.prepareStatement(sql)) {
            statement.setString(1, group);
            var before = processor();
            var began = System.nanoTime();
            statement.executeUpdate();
            var millis = (System.nanoTime() - began) / 1e6;
            return new Cost(millis, processor() - before);
        }
    }

    /** Of this connection's process, in milliseconds: Linux counts hundredths of a second. */
    private double processor() throws SQLException {
        var fields = texts("select pg_read_file('/proc/self/stat', 0, 4096)").getFirst().replaceFirst(".*[)] ", "").split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10.0;
    }

    /** First pages, over HTTP, each filter in turn. */
    private void ask(String gateway, String key, int rounds) throws Exception {
        if (!gateway.startsWith("http://127.0.0.1:")) {
            throw new IllegalArgumentException("only against 127.0.0.1");
        }
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var some = texts("select bench_person(random()) from generate_series(1, %d)".formatted(rounds * 2));
        var past = OffsetDateTime.now(ZoneOffset.UTC).minusDays(60).withNano(0);
        var asked = new LinkedHashMap<String, String>();
        asked.put("the newest", "");
        asked.put("an hour 60 days ago", "from=%s&to=%s".formatted(past.minusHours(1), past));
        asked.put("client, the busiest", "client=cl_bench1039");
        asked.put("client, unknown", "client=cl_nobody");
        asked.put("key", "key=kBench100000");
        asked.put("operation, 1 in 10,000", "operation=people.update");
        asked.put("outcome ok", "outcome=ok");
        asked.put("outcome failed", "outcome=failed");
        asked.put("outcome unknown, none", "outcome=unknown");
        asked.put("target, 1 in 100", "target=" + COMMON);
        asked.put("target, 1 in 1,000", "target=" + MIDDLING);
        asked.put("target, some", "target=%s");
        asked.put("person, 1 in 100", "person=" + COMMON);
        asked.put("person, 1 in 1,000", "person=" + MIDDLING);
        asked.put("... until 60 days ago", "person=%s&to=%s".formatted(MIDDLING, past));
        asked.put("person, some", "person=%s");
        asked.put("person and client", "client=cl_bench1000&person=" + COMMON);
        for (var each : asked.entrySet()) {
            var times = new double[rounds];
            for (var round = -rounds; round < rounds; round++) {
                var query = each.getValue().replace("%s", some.get(round + rounds));
                var request = HttpRequest.newBuilder(URI.create(gateway + "/api/v1/audit-entries?" + query))
                        .header("Authorization", "Bearer " + key)
                        .timeout(Duration.ofSeconds(10))
                        .build();
                var began = System.nanoTime();
                var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(request + " was answered " + answer.statusCode() + " " + answer.body());
                }
                if (round >= 0) {
                    times[round] = (System.nanoTime() - began) / 1e6;
                }
            }
            Arrays.sort(times);
            System.out.printf("%-24s median %6.1f ms, max %6.1f ms%n", each.getKey(), times[rounds / 2], times[rounds - 1]);
        }
    }

    /** Those that the diary has of what is made for it. */
    private String columns() throws SQLException {
        return String.join(", ", texts("""
                select column_name from information_schema.columns where table_name = 'audit_events' and column_name <> 'xid'"""));
    }

    private List<String> texts(String query) throws SQLException {
        try (var statement = database.createStatement(); var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
