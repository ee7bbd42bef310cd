package org.keyhopper.store.internal;

/**
 * Every holder counts as alive, so that claims end by release or expiry alone: at Central they are held by stations, and
 * survive a restart of the server.
 */
final class ExpiringLiveness implements Liveness {

    @Override
    public String token() {
        return "central";
    }

    @Override
    public boolean lives(Transaction in, String other) {
        return true;
    }

    @Override
    public boolean isMine(String other) {
        return false;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
