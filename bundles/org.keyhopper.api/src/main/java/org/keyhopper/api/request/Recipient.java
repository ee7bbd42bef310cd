package org.keyhopper.api.request;

import java.util.Objects;

/**
 * One person of a request as it was imported.
 *
 * @param user how to find the person: user name, e-mail or id
 * @param displayName may be empty until the directory tells
 * @param email may be empty
 * @param deviceName a name for this person's passkey; empty follows the profile
 */
public record Recipient(String user, String displayName, String email, String deviceName) {

    public Recipient {
        Objects.requireNonNull(user);
        Objects.requireNonNull(displayName);
        Objects.requireNonNull(email);
        Objects.requireNonNull(deviceName);
    }

    /** Returns the name to call the person by. */
    public String name() {
        return displayName.isEmpty() ? user : displayName;
    }
}
