package io.leeloogateway.access.client;

import io.leeloogateway.request.Cursor;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores clients. */
@Repository
class ClientRepository {

    private static final String NAME_INDEX = "clients_name";

    private static final String SELECT = "select " + Client.COLUMNS + " from clients as client ";

    private final JdbcClient database;

    ClientRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<Client> find(String id) {
        return database.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Client::of)
                .optional();
    }

    /** Keeps others from changing or deleting the client until the transaction ends, but not from creating a key. */
    Optional<Client> findForUpdate(String id) {
        return database.sql(SELECT + "where id = :id for no key update")
                .param("id", id)
                .query(Client::of)
                .optional();
    }

    /** Newest first. */
    List<Client> findBefore(Cursor after, String text, int limit) {
        return database.sql(SELECT + """
                        where (created_at, id) < (:createdAt, :id)
                            and (position(:text in lower(name)) > 0 or position(:text in lower(owner)) > 0 or position(:text in lower(id)) > 0)
                        order by created_at desc, id desc limit :limit""")
                .param("createdAt", Timestamp.from(after.createdAt()))
                .param("id", after.id())
                .param("text", text)
                .param("limit", limit)
                .query(Client::of)
                .list();
    }

    void insert(Client client) {
        write(client, """
                insert into clients (id, name, owner, purpose, scopes, requests_per_minute, weight, networks, state, created_at)
                values (:id, :name, :owner, :purpose, :scopes, :requestsPerMinute, :weight, :networks, :state, :createdAt)""");
    }

    void update(Client client) {
        write(client, """
                update clients set name = :name, owner = :owner, purpose = :purpose, scopes = :scopes,
                    requests_per_minute = :requestsPerMinute, weight = :weight, networks = :networks, state = :state
                where id = :id""");
    }

    void delete(String id) {
        database.sql("delete from clients where id = :id").param("id", id).update();
    }

    private void write(Client client, String sql) {
        try {
            database.sql(sql).params(client.columns()).update();
        } catch (DuplicateKeyException e) {
            throw isNameConflict(e) ? new ClientNameConflict(e) : e;
        }
    }

    private static boolean isNameConflict(DuplicateKeyException e) {
        return e.getCause() instanceof PSQLException failure
                && Optional.ofNullable(failure.getServerErrorMessage())
                        .map(ServerErrorMessage::getConstraint)
                        .filter(NAME_INDEX::equals)
                        .isPresent();
    }
}
