package org.keyhopper.central.signin;

/**
 * A session that was opened now.
 *
 * @param cookie the value for the browser, which is not stored
 */
public record OpenedSession(String cookie, Session session) {
    @Override
    public String toString() {
        return session.toString();
    }
}
