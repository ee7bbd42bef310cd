package org.keyhopper.core.people;

import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryUser;
import org.osgi.annotation.versioning.ProviderType;

/** The passkeys of the users of one directory, and their revocation. Blocking; network. */
@ProviderType
public interface HeldPasskeys {

    /**
     * Lists the passkeys of a user, with the inventory's entry of each that was made here. Also settles revocations of
     * this user whose end is unknown, and updates the user's name in the inventory.
     */
    Answer<List<HeldPasskey>> of(DirectoryUser user);

    /**
     * Removes a passkey from the directory. The revocation is recorded before and after; the inventory and the outcome
     * of the recipient follow.
     *
     * @return false if it was already removed
     */
    Answer<Boolean> revoke(DirectoryUser user, HeldPasskey held);
}
