package io.leeloogateway.access;

import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Clients extends JpaRepository<Client, String> {

    @Query("""
            select client from Client client
            where (client.createdAt, client.id) < (:createdAt, :id)
            order by client.createdAt desc, client.id desc""")
    List<Client> findBefore(Instant createdAt, String id, Limit limit);
}
