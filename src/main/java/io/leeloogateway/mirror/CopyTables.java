package io.leeloogateway.mirror;

import io.leeloogateway.leeloo.CopyKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which kinds of copies have a table of their own; the others share one. */
@Component
class CopyTables {

    static final String DOCUMENTS = "mirror_documents";

    private final Map<CopyKind, CopyTable> tables = new EnumMap<>(CopyKind.class);

    CopyTables(List<CopyTable> tables) {
        tables.forEach(table -> this.tables.put(table.kind(), table));
    }

    Collection<CopyTable> all() {
        return tables.values();
    }

    Optional<CopyTable> of(CopyKind kind) {
        return Optional.ofNullable(tables.get(kind));
    }

    String name(CopyKind kind) {
        return of(kind).map(CopyTable::name).orElse(DOCUMENTS);
    }

    boolean hasRows(CopyKind kind) {
        return of(kind).flatMap(CopyTable::lists).isPresent();
    }
}
