package org.keyhopper.rehearsal.authenticator.model;

import java.util.List;
import java.util.Optional;

/** What an authenticator remembers about its PIN. Mutable; owned by one {@link AuthenticatorState}. */
public final class PinState {
    /** Wrong PINs allowed in all. */
    public static final int MAX_RETRIES = 8;

    private byte[] hash;
    private int codePoints;
    private int retries = MAX_RETRIES;
    private int minLength;
    private boolean changeForced;
    private List<String> lengthReaders = List.of();

    /** A device without PIN whose shortest PIN is given. */
    public PinState(int minLength) {
        this.minLength = minLength;
    }

    /** Whether a PIN is set. */
    public boolean isSet() {
        return hash != null;
    }

    /** LEFT(SHA-256(PIN), 16). */
    public Optional<byte[]> hash() {
        return Optional.ofNullable(hash);
    }

    /** Length of the PIN in code points; 0 if none is set. */
    public int codePoints() {
        return codePoints;
    }

    /** Takes a new PIN and gives all tries back. */
    public void set(byte[] newHash, int newCodePoints) {
        hash = newHash.clone();
        codePoints = newCodePoints;
        retries = MAX_RETRIES;
        changeForced = false;
    }

    /** Tries left. */
    public int retries() {
        return retries;
    }

    /** Sets the tries left. */
    public void retries(int left) {
        retries = left;
    }

    /** Shortest PIN in code points. */
    public int minLength() {
        return minLength;
    }

    /** Sets the shortest PIN. */
    public void minLength(int length) {
        minLength = length;
    }

    /** Whether the PIN must be changed before it is good for anything. */
    public boolean changeForced() {
        return changeForced;
    }

    /** Demands or no longer demands a change. */
    public void changeForced(boolean forced) {
        changeForced = forced;
    }

    /** Relying parties that may read the minimum length. */
    public List<String> lengthReaders() {
        return lengthReaders;
    }

    /** Replaces the relying parties that may read the minimum length. */
    public void lengthReaders(List<String> rpIds) {
        lengthReaders = List.copyOf(rpIds);
    }
}
