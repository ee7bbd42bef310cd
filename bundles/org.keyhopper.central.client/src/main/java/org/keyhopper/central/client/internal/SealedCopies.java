package org.keyhopper.central.client.internal;

import com.google.gson.JsonObject;
import java.util.Objects;
import java.util.Optional;

/**
 * A PIN as it is sent, base64url.
 *
 * @param escrow sealed to the escrow certificate
 * @param forPickUp the copy that people pick up; empty where they do not, or where that certificate was not confirmed
 */
record SealedCopies(String escrow, Optional<String> forPickUp) {

    SealedCopies {
        Objects.requireNonNull(escrow);
        Objects.requireNonNull(forPickUp);
    }

    /**
     * Adds it to a body.
     *
     * @param name of the one in escrow
     */
    void addTo(JsonObject body, String name) {
        body.addProperty(name, escrow);
        forPickUp.ifPresent(it -> body.addProperty("forPickUp", it));
    }
}
