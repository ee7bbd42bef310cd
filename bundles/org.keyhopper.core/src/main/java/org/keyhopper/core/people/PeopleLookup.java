package org.keyhopper.core.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.People;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.ProvisioningRequest;
import org.osgi.annotation.versioning.ProviderType;

/** Looks up users in an open directory, outside of runs. Users are looked up a few at a time. Blocking; network. */
@ProviderType
public interface PeopleLookup {

    /**
     * Looks up every recipient of a request. Changed names and accounts are updated in the request, so that a run finds
     * them, and in the inventory; outcomes stay.
     *
     * @return the recipients that were looked up, in the order of the request; failed if none could be, or if a changed
     *     recipient is claimed by a run, so that the request was not updated
     */
    Answer<List<RecipientStatus>> refresh(
            ProvisioningRequest request, People people, LookupListener<RecipientStatus> listener);

    /**
     * Counts the passkeys of each user; read-only.
     *
     * @return the problem that ended the count because it concerns all users; empty also if the listener cancelled
     */
    Optional<Problem> countPasskeys(
            Passkeys passkeys, Collection<DirectoryUser> users, LookupListener<PasskeyCount> listener);

    /**
     * Returns the passkeys of a directory. Does not block.
     *
     * @param directory the name of the configured directory
     * @param passkeys of that directory
     */
    HeldPasskeys passkeys(String directory, Passkeys passkeys);

    /**
     * Records what the operator said about a sign-in that was tried with a passkey, as a note in the outcome of the recipient
     * for whom it was made. It is no proof: the outcome itself stays. Blocking on the disk for milliseconds.
     *
     * @param entry the passkey
     * @return false, with nothing recorded, if the request was removed, a run works on the recipient, or the passkey is no
     *     longer that of the recipient's outcome
     */
    boolean recordSignIn(InventoryEntry entry, SignInResult result);
}
