package org.keyhopper.store.internal;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The current row of a result set, by column name. */
record Row(ResultSet result, RowProtection rows) {

    /** Maps a row to a value. */
    @FunctionalInterface
    interface Reading<T> {
        T of(Row row) throws SQLException;
    }

    /** Returns all columns that have a value, by name. */
    Map<String, String> columns() throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        ResultSetMetaData description = result.getMetaData();
        for (int i = 1; i <= description.getColumnCount(); i++) {
            String value = result.getString(i);
            if (value != null) {
                columns.put(description.getColumnLabel(i), value);
            }
        }
        return columns;
    }

    /** Verifies the row of a query for all columns of a table. */
    Row verified(ProtectedTable table) throws SQLException {
        if (rows != RowProtection.NONE) {
            rows.verify(table, columns());
        }
        return this;
    }

    /** As {@link #verified(ProtectedTable)}, of a query that joins another table, whose columns have the prefix. */
    Row verifiedBeside(String prefix, ProtectedTable table) throws SQLException {
        if (rows != RowProtection.NONE) {
            Map<String, String> columns = columns();
            columns.keySet().removeIf(name -> name.startsWith(prefix));
            rows.verify(table, columns);
        }
        return this;
    }

    /** As {@link #verified(ProtectedTable)}, of the joined table whose columns have the prefix. */
    Row verified(String prefix, ProtectedTable table) throws SQLException {
        if (rows != RowProtection.NONE) {
            Map<String, String> columns = new LinkedHashMap<>();
            columns().forEach((name, value) -> {
                if (name.startsWith(prefix)) {
                    columns.put(name.substring(prefix.length()), value);
                }
            });
            rows.verify(table, columns);
        }
        return this;
    }

    String text(String column) throws SQLException {
        return result.getString(column);
    }

    Optional<String> maybe(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    int number(String column) throws SQLException {
        return result.getInt(column);
    }

    long longNumber(String column) throws SQLException {
        return result.getLong(column);
    }

    OptionalInt maybeNumber(String column) throws SQLException {
        int value = result.getInt(column);
        return result.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    boolean flag(String column) throws SQLException {
        return result.getInt(column) != 0;
    }

    Instant instant(String column) throws SQLException {
        return Instant.parse(text(column));
    }

    UUID uuid(String column) throws SQLException {
        return UUID.fromString(text(column));
    }

    <E extends Enum<E>> E constant(Class<E> type, String column) throws SQLException {
        return Enum.valueOf(type, text(column));
    }
}
