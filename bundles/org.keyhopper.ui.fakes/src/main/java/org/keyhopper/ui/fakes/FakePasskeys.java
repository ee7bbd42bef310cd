package org.keyhopper.ui.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;

/** In-memory passkeys, which can be listed and deleted; the user interface never creates one. */
public final class FakePasskeys implements Passkeys {

    private final Map<String, List<RegisteredPasskey>> held = new ConcurrentHashMap<>();

    /** Adds a passkey for the user with this directory id. */
    public void give(String userId, String passkeyId, String name, CredentialId credential) {
        held.computeIfAbsent(userId, id -> new ArrayList<>())
                .add(new RegisteredPasskey(
                        passkeyId,
                        Set.of(credential),
                        name,
                        Optional.empty(),
                        Optional.of(Instant.parse("2026-03-04T10:20:30Z"))));
    }

    @Override
    public Answer<List<RegisteredPasskey>> list(DirectoryUser user) {
        return Answer.done(List.copyOf(held.getOrDefault(user.id(), List.of())));
    }

    @Override
    public Answer<Boolean> delete(DirectoryUser user, String passkeyId) {
        return Answer.done(held.getOrDefault(user.id(), new ArrayList<>())
                .removeIf(passkey -> passkey.id().equals(passkeyId)));
    }

    @Override
    public Answer<Eligibility> eligibility(DirectoryUser user, AuthenticatorInfo device) {
        throw unsupported();
    }

    @Override
    public Answer<EnrolmentOptions> begin(DirectoryUser user) {
        throw unsupported();
    }

    @Override
    public Answer<RegisteredPasskey> complete(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential, String displayName) {
        throw unsupported();
    }

    @Override
    public Answer<RegisteredPasskey> readBack(DirectoryUser user, String passkeyId) {
        throw unsupported();
    }

    @Override
    public Answer<Boolean> abandon(DirectoryUser user, String enrolmentId) {
        throw unsupported();
    }

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("the user interface creates no passkeys");
    }
}
