package org.keyhopper.store.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sqlite.Function;

/**
 * Triggers of a connection that verify a row before each change and give it its new MAC after it, whatever statement makes the
 * change. They are temporary: the database has none, and other programs that write to it do not run them.
 */
final class RowMacTriggers {

    private static final String VERIFY = "keyhopper_verify";
    private static final String MAC = "keyhopper_mac";

    private RowMacTriggers() {}

    static void install(Connection connection, RowMacs macs) throws SQLException {
        Function.create(connection, VERIFY, new OfRow() {
            @Override
            void of(ProtectedTable table, Map<String, String> row) throws SQLException {
                if (macs.isIntact(table, row)) {
                    result(1);
                } else {
                    error("not intact");
                }
            }
        });
        Function.create(connection, MAC, new OfRow() {
            @Override
            void of(ProtectedTable table, Map<String, String> row) throws SQLException {
                result(macs.of(table, row));
            }
        });
        try (Statement statement = connection.createStatement()) {
            for (ProtectedTable table : ProtectedTable.values()) {
                for (String trigger : triggers(table.table(), columns(connection, table.table()))) {
                    statement.execute(trigger);
                }
            }
        }
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA main.table_info(" + table + ")")) {
            while (result.next()) {
                columns.add(result.getString("name"));
            }
        }
        columns.remove(RowMacs.COLUMN);
        return columns;
    }

    private static List<String> triggers(String table, List<String> columns) {
        String seal = " BEGIN UPDATE " + table + " SET mac = " + call(MAC, table, "new", columns)
                + " WHERE rowid = new.rowid; END";
        String all = " UPDATE OF " + String.join(", ", columns) + " ON main." + table;
        return List.of(
                "CREATE TEMP TRIGGER " + table + "_inserted AFTER INSERT ON main." + table + seal,
                "CREATE TEMP TRIGGER " + table + "_changing BEFORE" + all + " BEGIN SELECT "
                        + call(VERIFY, table, "old", withMac(columns)) + "; END",
                "CREATE TEMP TRIGGER " + table + "_changed AFTER" + all + seal);
    }

    private static List<String> withMac(List<String> columns) {
        List<String> all = new ArrayList<>(columns);
        all.add(RowMacs.COLUMN);
        return all;
    }

    private static String call(String function, String table, String row, List<String> columns) {
        return columns.stream()
                .map(column -> "'" + column + "', " + row + "." + column)
                .collect(Collectors.joining(", ", function + "('" + table + "', ", ")"));
    }

    /** A function of a table's name and the names and values of a row. */
    private abstract static class OfRow extends Function {

        @Override
        protected final void xFunc() throws SQLException {
            Map<String, String> row = new TreeMap<>();
            for (int i = 1; i < args(); i += 2) {
                String value = value_text(i + 1);
                if (value != null) {
                    row.put(value_text(i), value);
                }
            }
            of(ProtectedTable.of(value_text(0)), row);
        }

        abstract void of(ProtectedTable table, Map<String, String> row) throws SQLException;
    }
}
