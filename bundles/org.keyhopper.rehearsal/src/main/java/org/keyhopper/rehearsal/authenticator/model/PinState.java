package org.keyhopper.rehearsal.authenticator.model;

import java.util.List;
import java.util.Optional;

/** The persistent PIN state of an authenticator. Mutable; owned by one {@link AuthenticatorState}. */
public final class PinState {
    /** The maximum number of wrong PINs. */
    public static final int MAX_RETRIES = 8;

    private byte[] hash;
    private int codePoints;
    private int retries = MAX_RETRIES;
    private int minLength;
    private boolean changeForced;
    private List<String> lengthReaders = List.of();

    /** Creates the state without PIN, with the given minimum length. */
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

    /** Sets a new PIN and restores all attempts. */
    public void set(byte[] newHash, int newCodePoints) {
        hash = newHash.clone();
        codePoints = newCodePoints;
        retries = MAX_RETRIES;
        changeForced = false;
    }

    /** Returns the remaining attempts. */
    public int retries() {
        return retries;
    }

    /** Sets the remaining attempts. */
    public void retries(int left) {
        retries = left;
    }

    /** Returns the minimum PIN length in code points. */
    public int minLength() {
        return minLength;
    }

    /** Sets the minimum PIN length. */
    public void minLength(int length) {
        minLength = length;
    }

    /** Returns whether the PIN must be changed before it can be used. */
    public boolean changeForced() {
        return changeForced;
    }

    /** Sets whether the PIN must be changed. */
    public void changeForced(boolean forced) {
        changeForced = forced;
    }

    /** Returns the relying parties that may read the minimum length. */
    public List<String> lengthReaders() {
        return lengthReaders;
    }

    /** Replaces the relying parties that may read the minimum length. */
    public void lengthReaders(List<String> rpIds) {
        lengthReaders = List.copyOf(rpIds);
    }
}
