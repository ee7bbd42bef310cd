package org.keyhopper.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.keyhopper.core.request.RequestId;

/**
 * The statements of one transaction. Values are bound by their Java type: times as sortable text, enum constants by
 * name.
 */
final class Transaction {

    private static final DateTimeFormatter SORTABLE =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    private final Connection connection;

    private final RowProtection rows;

    Transaction(Connection connection, RowProtection rows) {
        this.connection = connection;
        this.rows = rows;
    }

    /** Returns the number of changed rows. */
    int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    <T> List<T> list(String sql, Row.Reading<T> reading, Object... values) throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet result = statement.executeQuery()) {
            Row row = new Row(result, rows);
            while (result.next()) {
                found.add(reading.of(row));
            }
        }
        return found;
    }

    <T> Optional<T> first(String sql, Row.Reading<T> reading, Object... values) throws SQLException {
        return list(sql, reading, values).stream().findFirst();
    }

    boolean hasTable(String name) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), name, null)) {
            return tables.next();
        }
    }

    /** Returns the next number of a sequence, which is never reused, even after rows were deleted. */
    long next(String counter) throws SQLException {
        update("UPDATE counter SET value = value + 1 WHERE name = ?", counter);
        return last(counter);
    }

    /** Returns the number that {@link #next} returned last. */
    long last(String counter) throws SQLException {
        return first("SELECT value FROM counter WHERE name = ?", row -> row.longNumber("value"), counter)
                .orElseThrow();
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, column(values[i]));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static Object column(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Integer number -> number;
            case Long number -> number;
            case Boolean flag -> flag ? 1 : 0;
            case Enum<?> constant -> constant.name();
            case Instant time -> SORTABLE.format(time);
            case RequestId id -> RequestIds.typed(id);
            case Optional<?> optional -> column(optional.orElse(null));
            case OptionalInt number -> number.isPresent() ? number.getAsInt() : null;
            default -> value.toString();
        };
    }
}
