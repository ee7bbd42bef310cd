package org.keyhopper.rehearsal.authenticator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Everything an authenticator remembers without power. Mutable; not thread safe. */
public final class AuthenticatorState {
    private final List<Credential> credentials = new ArrayList<>();
    private PinState pin;
    private boolean alwaysUv;
    private boolean enterpriseEnabled;
    private int signatureCounter;
    private int resets;

    /** The state right after a reset, with the shortest PIN given. */
    public AuthenticatorState(int minPinLength) {
        pin = new PinState(minPinLength);
    }

    /** PIN, tries and PIN rules. */
    public PinState pin() {
        return pin;
    }

    /** Puts a PIN state loaded from elsewhere in place. */
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

    /** Removes credentials; tells whether any was removed. */
    public boolean removeIf(Predicate<Credential> unwanted) {
        return credentials.removeIf(unwanted);
    }

    /** Puts a changed credential in the place of the one with the same id. */
    public void replace(Credential changed) {
        credentials.replaceAll(each -> each.hasId(changed.id()) ? changed : each);
    }

    /** Whether every use needs user verification. */
    public boolean alwaysUv() {
        return alwaysUv;
    }

    /** Sets whether every use needs user verification. */
    public void alwaysUv(boolean on) {
        alwaysUv = on;
    }

    /** Whether enterprise attestation was switched on. */
    public boolean enterpriseEnabled() {
        return enterpriseEnabled;
    }

    /** Switches enterprise attestation. */
    public void enterpriseEnabled(boolean on) {
        enterpriseEnabled = on;
    }

    /** The last signature counter given out. */
    public int signatureCounter() {
        return signatureCounter;
    }

    /** Sets the last signature counter given out. */
    public void signatureCounter(int value) {
        signatureCounter = value;
    }

    /** The next signature counter. */
    public int countSignature() {
        return ++signatureCounter;
    }

    /** How often it was reset. */
    public int resets() {
        return resets;
    }

    /** Sets how often it was reset. */
    public void resets(int count) {
        resets = count;
    }

    /** Forgets everything a reset erases (CTAP 2.1, section 6.6). */
    public void reset(int minPinLength) {
        credentials.clear();
        pin = new PinState(minPinLength);
        alwaysUv = false;
        enterpriseEnabled = false;
        signatureCounter = 0;
        resets++;
    }
}
