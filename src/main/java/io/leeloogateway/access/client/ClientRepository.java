package io.leeloogateway.access.client;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ClientRepository extends JpaRepository<Client, String> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Client> findForUpdateById(String id);

    @Query("""
            select client from Client client
            where (client.createdAt, client.id) < (:createdAt, :id)
                and (locate(:text, lower(client.name)) > 0 or locate(:text, lower(client.owner)) > 0 or locate(:text, lower(client.id)) > 0)
            order by client.createdAt desc, client.id desc""")
    List<Client> findBefore(Instant createdAt, String id, String text, Limit limit);
}
