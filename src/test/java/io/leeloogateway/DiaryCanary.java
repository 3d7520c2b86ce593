package io.leeloogateway;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Sings when something personal stands in the diary of any database of the whole suite: the names and texts that the pretend Leeloo is
 * full of, and whatever looks like a phone or an e-mail. Found by JUnit itself; it searches once, when all tests are over.
 */
public final class DiaryCanary implements BeforeAllCallback {

    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(DiaryCanary.class);
    private static final Path SEED = Path.of("src/main/resources/sandbox");

    private static final List<String> CONTACTS = List.of(
            "[[:alnum:]._%+-]+@[[:alnum:]-]+[.][[:alpha:]]",
            "[+][0-9]{7}",
            "(?<![-0-9a-f])(1[0-9]{3}55501[0-9]{2}|447700900[0-9]{3}|493023125[0-9]{3}|380[0-9]{9})(?![0-9a-f])");

    /** Of the tests' own. */
    private static final List<String> TEXTS =
            List.of("Kovalenko", "Called", "Hello", "green tea", "Newcomer", "Testperson");

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(OWN).computeIfAbsent(Search.class);
    }

    static final class Search implements AutoCloseable {

        @Override
        public void close() throws SQLException {
            var pattern = Stream.of(CONTACTS, TEXTS, lastNames(), chats())
                    .flatMap(List::stream)
                    .collect(joining("|"));
            var found = new ArrayList<String>();
            for (var server : TestDatabase.started()) {
                try (var connection = server.connect()) {
                    for (var table : tables(connection)) {
                        found.addAll(search(connection, table, pattern));
                    }
                }
            }
            if (!found.isEmpty()) {
                throw new AssertionError("something personal stands in the diary: " + found);
            }
        }

        private static List<String> tables(Connection connection) throws SQLException {
            return rows(connection, """
                    select oid::regclass::text from pg_class where relname like 'audit\\_%' and relkind in ('r', 'p') and not relispartition""");
        }

        private static List<String> search(Connection connection, String table, String pattern) throws SQLException {
            return rows(
                    connection,
                    "select row::text from %s as row where row::text ~* ? limit 3".formatted(table),
                    pattern);
        }

        private static List<String> rows(Connection connection, String sql, String... values) throws SQLException {
            try (var statement = connection.prepareStatement(sql)) {
                for (var i = 0; i < values.length; i++) {
                    statement.setString(i + 1, values[i]);
                }
                var found = new ArrayList<String>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
                return found;
            }
        }

        private static List<String> lastNames() {
            return lines("names.txt")
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(";", -1)[3].split(",", -1)))
                    .distinct()
                    .toList();
        }

        private static List<String> chats() {
            return lines("chats.txt")
                    .filter(line -> line.length() > 10)
                    .map(line -> line.replaceAll("[^\\p{L}\\p{N} ]", "."))
                    .toList();
        }

        private static Stream<String> lines(String file) {
            try {
                return Files.readAllLines(SEED.resolve(file)).stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
