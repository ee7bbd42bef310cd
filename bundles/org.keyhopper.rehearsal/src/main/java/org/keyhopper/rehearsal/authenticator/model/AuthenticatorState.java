package org.keyhopper.rehearsal.authenticator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The persistent state of an authenticator. Mutable; not thread-safe. */
public final class AuthenticatorState {
    private final List<Credential> credentials = new ArrayList<>();
    private PinState pin;
    private boolean alwaysUv;
    private boolean enterpriseEnabled;
    private int signatureCounter;
    private int resets;

    /** Creates the state after a reset, with the given minimum PIN length. */
    public AuthenticatorState(int minPinLength) {
        pin = new PinState(minPinLength);
    }

    /** Returns the state of the PIN. */
    public PinState pin() {
        return pin;
    }

    /** Sets the state of the PIN, when loading. */
    public void pin(PinState loaded) {
        pin = loaded;
    }

    /** All credentials, oldest first. */
    public List<Credential> credentials() {
        return List.copyOf(credentials);
    }

    /** The discoverable credentials, oldest first. */
    public List<Credential> discoverable() {
        return credentials.stream().filter(Credential::discoverable).toList();
    }

    /** Stores a credential. */
    public void add(Credential credential) {
        credentials.add(credential);
    }

    /** Removes credentials, and returns whether any was removed. */
    public boolean removeIf(Predicate<Credential> unwanted) {
        return credentials.removeIf(unwanted);
    }

    /** Replaces the credential with the same id. */
    public void replace(Credential changed) {
        credentials.replaceAll(each -> each.hasId(changed.id()) ? changed : each);
    }

    /** Returns whether user verification is always required. */
    public boolean alwaysUv() {
        return alwaysUv;
    }

    /** Sets whether user verification is always required. */
    public void alwaysUv(boolean on) {
        alwaysUv = on;
    }

    /** Returns whether enterprise attestation is enabled. */
    public boolean enterpriseEnabled() {
        return enterpriseEnabled;
    }

    /** Enables or disables enterprise attestation. */
    public void enterpriseEnabled(boolean on) {
        enterpriseEnabled = on;
    }

    /** Returns the last signature counter. */
    public int signatureCounter() {
        return signatureCounter;
    }

    /** Sets the last signature counter. */
    public void signatureCounter(int value) {
        signatureCounter = value;
    }

    /** Increments and returns the signature counter. */
    public int countSignature() {
        return ++signatureCounter;
    }

    /** Returns the number of resets. */
    public int resets() {
        return resets;
    }

    /** Sets the number of resets. */
    public void resets(int count) {
        resets = count;
    }

    /** Deletes everything that a reset deletes (CTAP 2.1, section 6.6). */
    public void reset(int minPinLength) {
        credentials.clear();
        pin = new PinState(minPinLength);
        alwaysUv = false;
        enterpriseEnabled = false;
        signatureCounter = 0;
        resets++;
    }
}
