package org.keyhopper.api.request;

import java.util.Objects;

/**
 * One person of a request.
 *
 * @param user the search term: user name, e-mail address or id
 * @param displayName may be empty until the person is looked up
 * @param email may be empty
 * @param deviceName the name of this person's passkey; if empty, the profile's template applies
 * @param userId the directory's object id, which survives a change of the user name; empty until the person is looked
 *     up
 */
public record Recipient(String user, String displayName, String email, String deviceName, String userId) {

    public Recipient {
        Objects.requireNonNull(user);
        Objects.requireNonNull(displayName);
        Objects.requireNonNull(email);
        Objects.requireNonNull(deviceName);
        Objects.requireNonNull(userId);
    }

    /** Creates a recipient that has not been looked up yet. */
    public Recipient(String user, String displayName, String email, String deviceName) {
        this(user, displayName, email, deviceName, "");
    }

    /** Returns the name to display. */
    public String name() {
        return displayName.isEmpty() ? user : displayName;
    }

    /** Returns the key to look up the person with. */
    public String reference() {
        return userId.isEmpty() ? user : userId;
    }
}
