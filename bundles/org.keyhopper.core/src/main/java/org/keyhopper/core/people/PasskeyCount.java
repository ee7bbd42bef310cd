package org.keyhopper.core.people;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.core.internal.device.Failures;

/**
 * How many passkeys a user has.
 *
 * @param passkeys a failure where the directory does not tell
 */
public record PasskeyCount(DirectoryUser user, Answer<Integer> passkeys) {

    public boolean isHolder() {
        return passkeys.result().orElse(0) > 0;
    }

    /**
     * Asks about each user once, a few at a time; blocking, network, read-only.
     *
     * @return the problem that ended it because it concerns all users; empty also when the follower gave up
     */
    public static Optional<Problem> ask(
            Passkeys passkeys, Collection<DirectoryUser> users, LookupListener<PasskeyCount> follower) {
        AtomicReference<Problem> halt = new AtomicReference<>();
        BoundedParallel.forEach(users, () -> halt.get() == null && follower.proceed(), user -> {
            Answer<Integer> answer = count(passkeys, user);
            answer.failure().filter(LookupListener::concernsAll).ifPresent(halt::set);
            follower.found(new PasskeyCount(user, answer));
        });
        return Optional.ofNullable(halt.get());
    }

    private static Answer<Integer> count(Passkeys passkeys, DirectoryUser user) {
        try {
            return passkeys.list(user).map(list -> list.size());
        } catch (RuntimeException e) {
            return Answer.failed(Failures.internalFault(e));
        }
    }
}
