package io.leeloogateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks into every column of every table, bytes too, whatever the spelling. */
public record WholeDatabase(JdbcClient database) {

    private record Column(String table, String name, boolean isBytes) {}

    /** Where one of these stands: table, column and which. */
    public List<String> find(List<String> texts) {
        var found = new ArrayList<String>();
        for (var column : columns()) {
            for (var text : texts) {
                if (isIn(column, text.toLowerCase(Locale.ROOT))) {
                    found.add("%s.%s: %s".formatted(column.table(), column.name(), text));
                }
            }
        }
        return found;
    }

    private List<Column> columns() {
        return database.sql("""
                        select format('%I.%I', table_schema, table_name) as place, quote_ident(column_name) as name, data_type = 'bytea' as is_bytes
                        from information_schema.columns join information_schema.tables using (table_schema, table_name)
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""")
                .query((row, _) ->
                        new Column(row.getString("place"), row.getString("name"), row.getBoolean("is_bytes")))
                .list();
    }

    private boolean isIn(Column column, String text) {
        var value = column.isBytes() ? "encode(%s, 'escape')" : "%s::text";
        return database.sql("select exists (select from %s where strpos(lower(%s), ?) > 0)"
                        .formatted(column.table(), value.formatted(column.name())))
                .param(text)
                .query(Boolean.class)
                .single();
    }
}
