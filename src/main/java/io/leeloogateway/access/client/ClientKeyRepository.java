package io.leeloogateway.access.client;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

public interface ClientKeyRepository extends JpaRepository<ClientKey, String> {

    @EntityGraph(attributePaths = "client")
    Optional<ClientKey> findWithClientById(String id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<ClientKey> findForUpdateByIdAndClientId(String id, String clientId);

    boolean existsByClientIdAndLastUsedAtIsNotNull(String clientId);

    void deleteByClientId(String clientId);

    @Query("select key.id from ClientKey key where key.revokedAt is null and key.expiresAt > :moment")
    Set<String> findIdsValidAt(Instant moment);

    @Query("""
            select key from ClientKey key
            where key.client.id = :clientId and (key.createdAt, key.id) < (:createdAt, :id)
            order by key.createdAt desc, key.id desc""")
    List<ClientKey> findBefore(String clientId, Instant createdAt, String id, Limit limit);
}
