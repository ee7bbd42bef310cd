package org.keyhopper.core.internal.run;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryCapabilities;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.People;
import org.keyhopper.api.directory.RegisteredPasskey;

/** A directory with answers for one recipient that were prefetched. Each is given once; after that the directory is asked. */
public final class PrefetchedDirectory implements Directory, Passkeys {

    /** Options with less life than this are fetched anew. */
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final Directory directory;
    private final Prefetched prefetched;
    private final Clock clock;
    private final AtomicReference<EnrolmentOptions> options;

    public PrefetchedDirectory(Directory directory, Prefetched prefetched, Clock clock) {
        this.directory = directory;
        this.prefetched = prefetched;
        this.clock = clock;
        this.options = new AtomicReference<>(prefetched.options().orElse(null));
    }

    @Override
    public DirectoryCapabilities capabilities() {
        return directory.capabilities();
    }

    @Override
    public People people() {
        return directory.people();
    }

    @Override
    public Passkeys passkeys() {
        return this;
    }

    @Override
    public List<Finding> examine() {
        return directory.examine();
    }

    @Override
    public Answer<Eligibility> eligibility(DirectoryUser user, AuthenticatorInfo device) {
        boolean same = prefetched
                .model()
                .filter(model -> model.aaguid().equals(device.aaguid()))
                .isPresent();
        return prefetched
                .eligibility()
                .filter(answer -> same && answer.failure().isEmpty())
                .orElseGet(() -> directory.passkeys().eligibility(user, device));
    }

    @Override
    public Answer<EnrolmentOptions> begin(DirectoryUser user) {
        return Optional.ofNullable(options.getAndSet(null))
                .filter(fetched -> fetched.expires().isAfter(clock.instant().plus(LIFE)))
                .map(Answer::done)
                .orElseGet(() -> directory.passkeys().begin(user));
    }

    @Override
    public Answer<RegisteredPasskey> complete(
            DirectoryUser user, EnrolmentOptions answered, NewCredential credential, String displayName) {
        return directory.passkeys().complete(user, answered, credential, displayName);
    }

    @Override
    public Answer<List<RegisteredPasskey>> list(DirectoryUser user) {
        return directory.passkeys().list(user);
    }

    @Override
    public Answer<RegisteredPasskey> readBack(DirectoryUser user, String passkeyId) {
        return directory.passkeys().readBack(user, passkeyId);
    }

    @Override
    public Answer<Boolean> delete(DirectoryUser user, String passkeyId) {
        return directory.passkeys().delete(user, passkeyId);
    }

    @Override
    public Answer<Boolean> abandon(DirectoryUser user, String enrolmentId) {
        return directory.passkeys().abandon(user, enrolmentId);
    }

    @Override
    public void close() {
        // The run owns the directory.
    }
}
