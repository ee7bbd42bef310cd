package org.keyhopper.directory.keycloak.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.directory.keycloak.internal.KeycloakUsers.Snapshot;
import org.keyhopper.directory.support.HttpPasskeys;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.webauthn.AttestationObject;

/**
 * Adds a passkey to a user. The admin API has no call for it but the update of the user, so the user is read before and
 * after: nothing but the passkey may differ, or it is deleted again.
 */
final class Registration {

    private final JsonSession session;
    private final KeycloakRequests requests;
    private final KeycloakUsers users;

    /**
     * What is added.
     *
     * @param id of the entry, of our own choice
     * @param transports as the device names them
     */
    record Entry(String id, AttestationObject attestation, List<String> transports, String name) {}

    Registration(JsonSession session, KeycloakRequests requests, KeycloakUsers users) {
        this.session = session;
        this.requests = requests;
        this.users = users;
    }

    /** Registers; unclear when the update may have been carried out and could not be confirmed. */
    Answer<RegisteredPasskey> add(DirectoryUser user, Entry entry) {
        return users.snapshot(user)
                .flatMap(before -> known(before, entry).orElseGet(() -> objection(user, before, entry)
                        .<Answer<RegisteredPasskey>>map(Answer::failed)
                        .orElseGet(() -> renamed(user, before, entry))));
    }

    /** A repeated call finds what the first one added. */
    private static Optional<Answer<RegisteredPasskey>> known(Snapshot before, Entry entry) {
        return before.credentials().stream()
                .filter(one -> one.id().equals(entry.id()) && one.is(entry.attestation()))
                .findFirst()
                .map(one -> Answer.done(one.passkey()));
    }

    /** Keycloak would accept all of these: it stores a credential twice, and ignores an id that is taken. */
    private static Optional<Problem> objection(DirectoryUser user, Snapshot before, Entry entry) {
        if (!before.user().flag("enabled").orElse(true)) {
            return Optional.of(Problem.of(DirectoryProblem.USER_DISABLED, user.userName()));
        }
        boolean taken = before.credentials().stream()
                .anyMatch(one -> one.id().equals(entry.id())
                        || one.credentialId()
                                .filter(entry.attestation().credentialId()::equals)
                                .isPresent());
        return taken
                ? Optional.of(Problem.of(DirectoryProblem.ALREADY_REGISTERED)
                        .withDetail("the enrolment or the credential was used before"))
                : Optional.empty();
    }

    /** A conflict says that nothing was done. Where another passkey has got the name meanwhile, another one is tried, once. */
    private Answer<RegisteredPasskey> renamed(DirectoryUser user, Snapshot before, Entry entry) {
        Answer<RegisteredPasskey> answer = update(user, before, entry);
        boolean conflict = answer instanceof Answer.Failed<RegisteredPasskey>(Problem problem)
                && problem.is(DirectoryProblem.ALREADY_REGISTERED);
        return conflict
                ? users.snapshot(user).flatMap(now -> known(now, entry)
                        .orElseGet(() -> unusedName(now, entry.name()).equals(unusedName(before, entry.name()))
                                ? answer
                                : update(user, now, entry)))
                : answer;
    }

    private Answer<RegisteredPasskey> update(DirectoryUser user, Snapshot before, Entry entry) {
        ApiRequest request = requests.registration(
                user.id(), entry.id(), entry.attestation(), entry.transports(), unusedName(before, entry.name()));
        return HttpPasskeys.knownUser(user, session.response(request))
                .flatMap(accepted -> switch (users.snapshot(user)) {
                    case Answer.Done<Snapshot>(Snapshot after) -> compared(user, before, after, entry);
                    case Answer.Failed<Snapshot>(Problem problem) -> Answer.unclear(problem);
                    case Answer.Unclear<Snapshot>(Problem problem) -> Answer.unclear(problem);
                });
    }

    private Answer<RegisteredPasskey> compared(DirectoryUser user, Snapshot before, Snapshot after, Entry entry) {
        Optional<KeycloakCredential> ours = after.credentials().stream()
                .filter(one -> one.id().equals(entry.id()))
                .findFirst();
        if (ours.isEmpty()) {
            return Answer.unclear(Problem.of(DirectoryProblem.NOT_READ_BACK).withDetail(entry.id()));
        }
        Set<String> differences = before.differences(after, entry.id());
        if (!ours.get().is(entry.attestation())) {
            differences.add("credentials");
        }
        return differences.isEmpty()
                ? Answer.done(ours.get().passkey())
                : withdrawn(
                        user,
                        entry,
                        Problem.of(KeycloakProblem.USER_CHANGED, user.userName(), String.join(", ", differences)));
    }

    private Answer<RegisteredPasskey> withdrawn(DirectoryUser user, Entry entry, Problem problem) {
        Answer<Boolean> deleted = session.delete(requests.credential(user.id(), entry.id()));
        return deleted.failure()
                .<Answer<RegisteredPasskey>>map(
                        left -> Answer.unclear(problem.withDetail("the passkey could not be deleted: " + left)))
                .orElseGet(() -> Answer.failed(problem));
    }

    /** Labels are unique among the credentials of a user; the conflict is answered as one of user names. */
    private static String unusedName(Snapshot before, String name) {
        Set<String> taken = before.credentials().stream()
                .map(KeycloakCredential::label)
                .collect(Collectors.toCollection(HashSet::new));
        String unused = KeycloakRequests.shortened(name, KeycloakRequests.LONGEST_NAME);
        for (int number = 2; taken.contains(unused); number++) {
            String suffix = " (" + number + ")";
            unused = KeycloakRequests.shortened(name, KeycloakRequests.LONGEST_NAME - suffix.length()) + suffix;
        }
        return unused;
    }
}
