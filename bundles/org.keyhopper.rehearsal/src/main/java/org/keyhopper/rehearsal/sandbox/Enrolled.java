package org.keyhopper.rehearsal.sandbox;

import java.time.Instant;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;

/**
 * What a directory keeps of an enrolment from its beginning on.
 *
 * @param id the same before and after
 * @param challenge base64url, of the options
 * @param expires until when it may be ended
 * @param created when it was begun
 * @param nickname its name, if it has one
 * @param active what came of it, once it was ended
 */
public record Enrolled(
        String id,
        String userId,
        String challenge,
        Instant expires,
        Instant created,
        Optional<String> nickname,
        Optional<Active> active) {

    /** A credential, and from when on it is shown. */
    public record Active(CredentialId credentialId, VerifiedKey key, Instant visible) {}

    public Enrolled activated(Active credential) {
        return new Enrolled(id, userId, challenge, expires, created, nickname, Optional.of(credential));
    }

    public Enrolled named(String name) {
        return new Enrolled(id, userId, challenge, expires, created, Optional.of(name), active);
    }

    public boolean isVisible() {
        return active.filter(one -> Instant.now().isBefore(one.visible())).isEmpty();
    }
}
