package io.leeloogateway.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ClientKeys extends JpaRepository<ClientKey, String> {

    @EntityGraph(attributePaths = "client")
    Optional<ClientKey> findWithClientById(String id);

    @Query("""
            select key from ClientKey key
            where key.client.id = :clientId and (key.createdAt, key.id) < (:createdAt, :id)
            order by key.createdAt desc, key.id desc""")
    List<ClientKey> findBefore(String clientId, Instant createdAt, String id, Limit limit);
}
