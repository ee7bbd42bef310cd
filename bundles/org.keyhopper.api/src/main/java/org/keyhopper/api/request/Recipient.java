package org.keyhopper.api.request;

import java.util.Objects;

/**
 * One person of a request.
 *
 * @param user how to find the person: user name, e-mail or id
 * @param displayName may be empty until the directory tells
 * @param email may be empty
 * @param deviceName a name for this person's passkey; empty follows the profile
 * @param userId the directory's own id, by which the person is found also under another name; empty until it is known
 */
public record Recipient(String user, String displayName, String email, String deviceName, String userId) {

    public Recipient {
        Objects.requireNonNull(user);
        Objects.requireNonNull(displayName);
        Objects.requireNonNull(email);
        Objects.requireNonNull(deviceName);
        Objects.requireNonNull(userId);
    }

    /** A person whom nobody has looked up yet. */
    public Recipient(String user, String displayName, String email, String deviceName) {
        this(user, displayName, email, deviceName, "");
    }

    /** Returns the name to call the person by. */
    public String name() {
        return displayName.isEmpty() ? user : displayName;
    }

    /** Returns what to look the person up by. */
    public String reference() {
        return userId.isEmpty() ? user : userId;
    }
}
