package org.keyhopper.store.internal;

import java.sql.SQLException;

/** Carries an SQLException out of work that is not about SQL. */
final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SQLException failure;

    private SqlFailure(SQLException failure) {
        super(failure);
        this.failure = failure;
    }

    SQLException failure() {
        return failure;
    }

    /** Something to do with a database. */
    @FunctionalInterface
    interface Statement<T> {
        T execute() throws SQLException;
    }

    static <T> T wrap(Statement<T> statement) {
        try {
            return statement.execute();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
