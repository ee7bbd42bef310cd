package org.keyhopper.rehearsal.authenticator.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * One stored credential.
 *
 * @param id credential id
 * @param discoverable whether it occupies a slot and is found without its id
 * @param relyingParty id and name of the relying party
 * @param user the account
 * @param key its key material
 * @param protection credProtect level 1 to 3
 */
public record Credential(
        byte[] id,
        boolean discoverable,
        RelyingParty relyingParty,
        UserEntity user,
        CredentialKey key,
        int protection) {

    /**
     * The relying party as given at registration.
     *
     * @param id domain
     * @param name display name
     */
    public record RelyingParty(String id, Optional<String> name) {}

    /** Returns whether it has this id. */
    public boolean hasId(byte[] other) {
        return Arrays.equals(id, other);
    }

    /** Returns whether it belongs to this account at this relying party. */
    public boolean belongsTo(String rpId, byte[] userId) {
        return relyingParty.id().equals(rpId) && Arrays.equals(user.id(), userId);
    }

    /** Returns a copy with other account names. */
    public Credential withUser(UserEntity other) {
        return new Credential(id, discoverable, relyingParty, other, key, protection);
    }
}
